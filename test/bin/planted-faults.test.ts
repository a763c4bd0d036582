import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { organizationApp } from '../../bin/app';
import type { GateReport } from '../../gate/gate-report';
import { runGate } from '../../gate/run-gate';
import { synthesize } from '../../nag/synthesize';
import { TemplateValidation } from '../../nag/template-validation';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';

const root = join(__dirname, '..', '..');
const { homeRegion } = exampleOrganization();

/** The one resource of a kind in a stack, or the first that is wanted. */
function find<Kind extends IConstruct>(
  app: App,
  stack: string,
  kind: new (...given: never[]) => Kind,
  isWanted: (resource: Kind) => boolean = () => true,
): Kind {
  const found = app.node
    .findChild(stack)
    .node.findAll()
    .find((construct): construct is Kind => construct instanceof kind && isWanted(construct));
  if (!found) throw new Error(`${stack} has no ${kind.name}`);
  return found;
}

/** Breaks the example organization in one way, and says which finding has to name it. */
const plants: readonly {
  readonly what: string;
  readonly plant: (app: App) => void;
  readonly check: RegExp;
  readonly where: RegExp;
  readonly says: RegExp;
}[] = [
  {
    what: 'log file validation off',
    plant: (app) => find(app, 'management-trail', CfnTrail).addPropertyOverride('EnableLogFileValidation', false),
    check: /^Ishizue::Ishizue-trail-validates-log-files$/,
    where: /^management-trail\/Trail\//,
    says: /Log file validation of the trail is off/,
  },
  {
    what: 'a wildcard principal on the trail bucket',
    plant: (app) =>
      find(app, 'log-archive-storage', Bucket, ({ node }) =>
        node.path.startsWith('log-archive-storage/Trail/'),
      ).addToResourcePolicy(
        new PolicyStatement({
          sid: 'Everybody',
          principals: [new AnyPrincipal()],
          actions: ['s3:GetObject'],
          resources: ['*'],
        }),
      ),
    check: /^Ishizue::Ishizue-bucket-policy-no-wildcard-principal\[Everybody\]$/,
    where: /^log-archive-storage\/Trail\//,
    says: /allows everybody/,
  },
  {
    what: 'a service control policy over 10,240 characters',
    plant: (app) => {
      const actions = Array.from({ length: 700 }, (_, index) => `s3:Action${index + 1000}`);
      find(app, 'management-access-policies', CfnPolicy).content = {
        Version: '2012-10-17',
        Statement: [{ Sid: 'TooLong', Effect: 'Deny', Action: actions, Resource: '*' }],
      };
    },
    check: /^Ishizue::Ishizue-organizations-policy-within-quota\[\d+-of-10240-characters\]$/,
    where: /^management-access-policies\/Policies\//,
    says: /longer than AWS Organizations accepts/,
  },
  {
    what: 'a log group without retention',
    plant: (app) =>
      find(app, `assistant-bedrock-${homeRegion}`, CfnLogGroup).addPropertyDeletionOverride('RetentionInDays'),
    check: /^Ishizue::Ishizue-log-group-retention$/,
    where: /^assistant-bedrock-/,
    says: /has no retention/,
  },
  {
    what: 'a Ref to a missing resource',
    plant: (app) =>
      find(app, 'management-trail', CfnLogGroup).addPropertyOverride('KmsKeyId', { Ref: 'GoneWithTheWind' }),
    check: /^(Assembly::references-exist|CloudFormation-Validate::.+)$/,
    where: /^management-trail\//,
    says: /GoneWithTheWind/,
  },
];

const expired = `- id: W-9999
  rule: AwsSolutions::AwsSolutions-S1
  path: log-archive-storage/**
  reason:
    en: Nobody renewed it.
    ja: 更新されていません。
  risk: low
  owner: platform
  created: 2025-01-01
  expires: 2025-06-01
`;

describe('an example organization with one fault of every kind', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-planted-'));
  const waivers = join(directory, 'waivers.yaml');
  writeFileSync(waivers, `${readFileSync(join(root, 'waivers.yaml'), 'utf8')}\n${expired}`);
  const { terminal, written } = rememberingTerminal();
  const templateValidation = new TemplateValidation();
  const exitCode = runGate(
    {
      output: join(directory, 'reports'),
      waivers,
      language: 'en',
      json: false,
      strict: false,
      root,
      meta: { tool: 'ishizue', version: '0.0.0', date: '2026-11-27' },
    },
    {
      loadOrganization: () => exampleOrganization(),
      synthesize: (organization, waive, onPhase) => {
        onPhase('building');
        return synthesize(
          (options) => {
            const app = organizationApp(organization, { ...options, functionCode: emptyFunctionCode });
            for (const { plant } of plants) plant(app);
            return app;
          },
          {
            outdir: join(directory, 'cdk.out'),
            facts: { governedRegions: organization.governedRegions },
            waive,
            templateValidation,
            onBuilt: () => onPhase('judging'),
          },
        );
      },
    },
    terminal,
  );
  const report: GateReport = JSON.parse(readFileSync(join(directory, 'reports', 'gate.json'), 'utf8'));
  const open = report.findings.filter(({ waiver }) => waiver === undefined);

  test.each(plants)('is blocked by $what, and told where it is', ({ check, where, says }) => {
    const naming = open.filter(
      (finding) => check.test(finding.check) && where.test(finding.path ?? finding.stack ?? ''),
    );
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.some(({ title, fix }) => says.test(`${title.en} ${fix?.en ?? ''}`))).toBe(true);
  });

  test('is blocked by an expired waiver, and told which', () => {
    expect(exitCode).toBe(3);
    expect(written.out).toContain('W-9999 expired on 2025-06-01');
  });

  test('shows nothing that was not planted', () => {
    const unexplained = open.filter(
      (finding) => !plants.some(({ where }) => where.test(finding.path ?? `${finding.stack}/`)),
    );
    expect(unexplained.map(({ check, path }) => `${check} ${path}`)).toEqual([]);
  });
});
