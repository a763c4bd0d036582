import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { runSuppressions } from '../../../gate/suppressions/run-suppressions';
import { exampleOrganization } from '../../helpers/example';
import { rememberingTerminal } from '../../terminal/remembering-terminal';
import { type KeptFinding, SecurityHubServer } from './security-hub-server';

const auditId = '333344445555';
const logArchiveId = '222233334444';
const waiver = {
  id: 'W-0001',
  rule: 'AwsSolutions::AwsSolutions-S1',
  path: 'log-archive-storage/AccessLogs/**',
  reason: { en: 'A bucket that logs its own access never comes to rest.', ja: '記録が際限なく増えます。' },
  risk: 'low',
  owner: 'platform',
  created: '2026-11-24',
  expires: '2027-11-24',
  securityHub: [{ control: 'S3.9', accounts: ['log-archive'], resources: ['arn:aws:s3:::example-access-logs-'] }],
};

const finding = (id: string, more: Partial<KeptFinding> = {}): KeptFinding => ({
  Id: id,
  ProductArn: 'arn:aws:securityhub:ap-northeast-1::product/aws/securityhub',
  AwsAccountId: logArchiveId,
  Resources: [{ Id: 'arn:aws:s3:::example-access-logs-222233334444-ap-northeast-1' }],
  Compliance: { SecurityControlId: 'S3.9' },
  RecordState: 'ACTIVE',
  Workflow: { Status: 'NEW' },
  ...more,
});

let server: SecurityHubServer;

beforeEach(async () => {
  server = new SecurityHubServer(auditId);
  await server.start();
});
afterEach(() => server.stop());

async function run(
  waivers: readonly object[],
  flags: { apply?: boolean; json?: boolean; lang?: 'ja'; date?: string } = {},
) {
  const file = join(mkdtempSync(join(tmpdir(), 'ishizue-waivers-')), 'waivers.yaml');
  writeFileSync(file, stringify(waivers));
  const { terminal, written } = rememberingTerminal();
  const exitCode = await runSuppressions(
    {
      waivers: file,
      language: flags.lang ?? 'en',
      json: flags.json ?? false,
      apply: flags.apply ?? false,
      date: flags.date ?? '2026-11-27',
    },
    { loadOrganization: () => exampleOrganization(), securityHub: (region) => server.client(region) },
    terminal,
  );
  return { exitCode, ...written };
}

const statusOf = (id: string) => server.findings.find(({ Id }) => Id === id)?.Workflow.Status;

describe('without --apply', () => {
  test('shows the rules and how many findings they touch, changes nothing, and ends 1', async () => {
    server.findings = [finding('one'), finding('two')];
    const { exitCode, out } = await run([waiver]);
    expect(exitCode).toBe(1);
    expect(server.writes()).toEqual([]);
    expect(out).toBe(
      [
        'create example-waiver-W-0001-1-S3.9',
        `  in ${logArchiveId}, arn:aws:s3:::example-access-logs-`,
        '  suppresses 2, opens 0 again',
        '',
        '1 automation rules would change. Nothing was changed; --apply does it.',
        '',
      ].join('\n'),
    );
  });

  test('says it in Japanese', async () => {
    expect((await run([waiver], { lang: 'ja' })).out).toContain('まだ何も変更していません。--apply で実行します。');
  });

  test('prints nothing but JSON with --json', async () => {
    server.findings = [finding('one')];
    const { out } = await run([waiver], { json: true });
    expect(JSON.parse(out)).toEqual({
      region: 'ap-northeast-1',
      account: auditId,
      applied: false,
      unchanged: 0,
      changes: [
        {
          kind: 'create',
          rule: 'example-waiver-W-0001-1-S3.9',
          control: 'S3.9',
          accounts: [logArchiveId],
          resources: ['arn:aws:s3:::example-access-logs-'],
          suppressed: 1,
          reopened: 0,
        },
      ],
    });
  });
});

describe('with --apply', () => {
  test('makes the rule for findings to come and suppresses those of today, with who, why and until when', async () => {
    server.findings = [
      finding('one'),
      finding('of another bucket', { Resources: [{ Id: 'arn:aws:s3:::example-trail-222233334444' }] }),
      finding('of another account', { AwsAccountId: '444455556666' }),
      finding('of another control', { Compliance: { SecurityControlId: 'S3.2' } }),
      finding('resolved', { Workflow: { Status: 'RESOLVED' } }),
    ];
    expect((await run([waiver], { apply: true })).exitCode).toBe(0);
    expect(server.findings.map(({ Id, Workflow }) => [Id, Workflow.Status])).toEqual([
      ['one', 'SUPPRESSED'],
      ['of another bucket', 'NEW'],
      ['of another account', 'NEW'],
      ['of another control', 'NEW'],
      ['resolved', 'RESOLVED'],
    ]);
    const note =
      'W-0001: A bucket that logs its own access never comes to rest. Accepted by platform until 2027-11-24.';
    expect(server.findings[0]?.Note).toEqual({ Text: note, UpdatedBy: 'example-waivers' });
    expect(server.rules).toEqual([
      expect.objectContaining({
        RuleName: 'example-waiver-W-0001-1-S3.9',
        RuleStatus: 'ENABLED',
        IsTerminal: false,
        Actions: [
          {
            Type: 'FINDING_FIELDS_UPDATE',
            FindingFieldsUpdate: {
              Workflow: { Status: 'SUPPRESSED' },
              Note: { Text: note, UpdatedBy: 'example-waivers' },
            },
          },
        ],
      }),
    ]);
  });

  test('changes nothing the second time', async () => {
    await run([waiver], { apply: true });
    const before = server.writes().length;
    const { exitCode, out } = await run([waiver], { apply: true });
    expect(exitCode).toBe(0);
    expect(server.writes()).toHaveLength(before);
    expect(out).toBe('Nothing to do: 1 automation rules are as the waivers ask.\n');
    expect((await run([waiver])).exitCode).toBe(0);
  });

  test('an expired waiver loses its rule, and its findings are open again; what people suppressed stays', async () => {
    server.findings = [finding('one')];
    await run([waiver], { apply: true });
    server.findings.push(
      finding('of a person', { Workflow: { Status: 'SUPPRESSED' }, Note: { Text: 'mine', UpdatedBy: 'alice' } }),
    );
    expect((await run([waiver], { apply: true, date: '2027-11-24' })).exitCode).toBe(0);
    expect(server.rules).toEqual([]);
    expect([statusOf('one'), statusOf('of a person')]).toEqual(['NEW', 'SUPPRESSED']);
  });

  test('a narrowed waiver opens what it no longer names, and keeps the rest suppressed', async () => {
    server.findings = [
      finding('one'),
      finding('trail', { Resources: [{ Id: 'arn:aws:s3:::example-trail-222233334444' }] }),
    ];
    await run([{ ...waiver, securityHub: [{ control: 'S3.9', accounts: ['log-archive'] }] }], { apply: true });
    expect([statusOf('one'), statusOf('trail')]).toEqual(['SUPPRESSED', 'SUPPRESSED']);
    await run([waiver], { apply: true });
    expect(server.rules).toHaveLength(1);
    expect([statusOf('one'), statusOf('trail')]).toEqual(['SUPPRESSED', 'NEW']);
  });

  test('leaves the rules of people alone, and takes no order of theirs', async () => {
    const theirs = { RuleArn: 'arn:theirs', RuleName: 'lower-sandbox', RuleOrder: 500, RuleStatus: 'ENABLED' };
    server.rules = [theirs];
    await run([waiver], { apply: true });
    await run([], { apply: true });
    expect(server.rules).toEqual([theirs]);
    const { out } = await run([waiver], { apply: true, json: true });
    expect(JSON.parse(out).changes).toHaveLength(1);
    expect(server.rules[1]?.RuleOrder).toBe(501);
  });

  test('repairs a rule that somebody switched off', async () => {
    await run([waiver], { apply: true });
    for (const rule of server.rules) rule.RuleStatus = 'DISABLED';
    expect((await run([waiver])).exitCode).toBe(1);
    await run([waiver], { apply: true });
    expect(server.rules[0]?.RuleStatus).toBe('ENABLED');
  });
});

describe('what goes wrong', () => {
  test('credentials of another account change nothing and are a mistake of the caller', async () => {
    await server.stop();
    server = new SecurityHubServer('999999999999');
    await server.start();
    const { exitCode, error } = await run([waiver], { apply: true });
    expect(exitCode).toBe(64);
    expect(error).toContain('of account 999999999999, and Security Hub is administered from 333344445555');
    expect(server.writes()).toEqual([]);
  });

  test('an account that the configuration does not have is named with its place, before anything is asked', async () => {
    const { exitCode, error } = await run([{ ...waiver, securityHub: [{ control: 'S3.9', accounts: ['logs'] }] }]);
    expect(exitCode).toBe(64);
    expect(error).toMatch(/waivers\.yaml:1 securityHub\.accounts: is not an account name, got "logs"/);
    expect(server.requests).toEqual([]);
  });

  test.each([
    [{ control: 's3-9', accounts: ['audit'] }, 'is not a control id of Security Hub'],
    [{ control: 'S3.9', accounts: [] }, 'it would be accepted nowhere'],
    [{ control: 'S3.9', accounts: ['audit'], resources: ['my-bucket'] }, 'is not the beginning of an ARN'],
  ])('%j is a mistake in the waivers', async (entry, message) => {
    const { exitCode, error } = await run([{ ...waiver, securityHub: [entry] }]);
    expect(exitCode).toBe(3);
    expect(error).toContain(message);
  });

  test('a missing permission is not "no rules": nothing is made twice', async () => {
    server.failing['GET /automationrules/list'] = 'AccessDeniedException';
    const { exitCode, error } = await run([waiver], { apply: true });
    expect(exitCode).toBe(2);
    expect(error).toContain('Security Hub could not be asked: AccessDeniedException');
    expect(server.writes()).toEqual([]);
  });

  test('nobody at the other end is said in one line', async () => {
    await server.stop();
    const { exitCode, error } = await run([waiver]).finally(() => server.start());
    expect(exitCode).toBe(2);
    expect(error).toMatch(/^Security Hub could not be asked: .*ECONNREFUSED.*\n$/);
  });
});
