import fc from 'fast-check';
import type { Finding } from '../../gate/finding';
import type { HygieneProblem } from '../../gate/gate-report';
import { judge } from '../../gate/judge';
import { verdictOf } from '../../gate/verdict';
import { assemblyOf, stackOf, topic } from './fixture-assembly';
import {
  bucketInLogArchive,
  inputWithFinding,
  packOf,
  reportOf,
  ruleEvidence,
  s1,
  soundAssembly,
  soundInput,
  suppressed,
  violationOf,
  waiverOf,
} from './fixture-evidence';

describe('the gate', () => {
  test('ends 0 when nothing is wrong', () => {
    const { verdict, findings, hygiene } = judge(soundInput());
    expect(findings).toEqual([]);
    expect(hygiene).toEqual([]);
    expect(verdict).toMatchObject({ exitCode: 0, unknown: 0, waived: 0, hygiene: 0 });
    expect(verdict.passed).toBeGreaterThan(20);
  });

  test('ends 1 on a finding, and says where it is', () => {
    const { verdict, findings } = judge(inputWithFinding());
    expect(verdict).toMatchObject({ exitCode: 1, failed: { critical: 0, high: 1, medium: 0, low: 0 } });
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'AwsSolutions::AwsSolutions-S1',
        state: 'fail',
        stack: 'log-archive-storage',
        account: '222233334444',
        region: 'ap-northeast-1',
        path: bucketInLogArchive.path,
        logicalId: 'LogsBucket',
        location: 'constructs/trail-bucket.ts:40',
        waiver: undefined,
      }),
    ]);
  });

  test('blocks on a warning, too: it has to be repaired or accepted', () => {
    const violations = [violationOf('W3030', bucketInLogArchive.path, { severity: 'warning' })];
    const { verdict } = judge(
      soundInput({ plugins: [reportOf('CloudFormation Validate', { conclusion: 'success', violations })] }),
    );
    expect(verdict).toMatchObject({ exitCode: 1, failed: { medium: 1 } });
  });

  test('ends 2 when a rule could not be evaluated, which is not the same as a failure', () => {
    const unknown = [{ resource: bucketInLogArchive, reason: 'BucketName is a reference' }];
    const { verdict, findings } = judge(
      inputWithFinding({
        evidence: {
          ...soundInput().evidence,
          packs: [packOf('AwsSolutions', ruleEvidence('AwsSolutions-S1', { unknown }))],
        },
      }),
    );
    expect(verdict).toMatchObject({ exitCode: 2, unknown: 1, failed: { high: 0 } });
    expect(findings[0]?.title.en).toBe('AwsSolutions-S1 could not be evaluated: BucketName is a reference');
  });

  test('ends 2 when a plug-in broke off, although it reports no violation', () => {
    const broken = reportOf('AwsSolutions', { metadata: { error: 'out of order' } });
    const { verdict, findings } = judge(soundInput({ plugins: [broken] }));
    expect(verdict.exitCode).toBe(2);
    expect(findings).toEqual([expect.objectContaining({ check: 'AwsSolutions::could-not-run', state: 'error' })]);
  });

  test('ends 2 when there is nothing to judge', () => {
    for (const assembly of [assemblyOf(), assemblyOf(stackOf('empty', {}))]) {
      expect(judge(soundInput({ assembly })).verdict.exitCode).toBe(2);
    }
  });

  test('ends 2 when a pack or the validator looked at nothing', () => {
    const { evidence } = soundInput();
    const idle = { ...evidence, packs: [{ ...packOf('AwsSolutions'), evaluations: 0 }] };
    expect(judge(soundInput({ evidence: idle })).findings[0]?.check).toBe('AwsSolutions::evaluated-nothing');
    const unvalidated = { ...evidence, validator: undefined };
    expect(judge(soundInput({ evidence: unvalidated })).verdict.exitCode).toBe(2);
    expect(judge(soundInput({ evidence: unvalidated })).findings[0]?.check).toBe(
      'CloudFormation-Validate::evaluated-nothing',
    );
  });

  test('names a reference to a missing resource with its stack and target', () => {
    const assembly = soundAssembly();
    const broken = stackOf('audit-alerts', {
      Subject: { ...topic, Properties: { KmsMasterKeyId: { Ref: 'NoSuchKey' } } },
    });
    const { findings, verdict } = judge(soundInput({ assembly: assemblyOf(...assembly.stacks, broken) }));
    expect(verdict.exitCode).toBe(1);
    expect(findings.map(({ title }) => title.en)).toEqual([
      'Subject in audit-alerts refers to NoSuchKey by Ref, and there is no such thing',
    ]);
  });
});

describe('a finding', () => {
  test('that a live waiver names does not block, and says which waiver', () => {
    const plugins = [suppressed('[W-0001] It is the log bucket.')];
    const { verdict, findings, waivers, hygiene } = judge(inputWithFinding({ plugins, waivers: [waiverOf()] }));
    expect(verdict).toMatchObject({ exitCode: 0, waived: 1 });
    expect(findings[0]?.waiver).toBe('W-0001');
    expect(waivers).toEqual([expect.objectContaining({ id: 'W-0001', status: 'live', matches: 1 })]);
    expect(hygiene).toEqual([]);
  });

  test('of the validator or of the assembly is accepted by the same kind of waiver', () => {
    const assembly = soundAssembly();
    const unprotected = { ...stackOf('audit-alerts', { topic }), terminationProtection: false };
    const { verdict } = judge(
      soundInput({
        assembly: assemblyOf(...assembly.stacks, unprotected),
        plugins: [reportOf('CloudFormation Validate', { violations: [violationOf('W3030')] })],
        waivers: [
          waiverOf({ rule: 'CloudFormation-Validate::W3030' }),
          waiverOf({ id: 'W-0002', rule: 'Assembly::stacks-protected-from-deletion', path: 'audit-alerts' }),
        ],
      }),
    );
    expect(verdict).toMatchObject({ exitCode: 0, waived: 2 });
  });

  test('comes back on the day its waiver expires', () => {
    const waivers = [waiverOf({ expires: '2026-11-24' })];
    const { verdict, findings, hygiene } = judge(inputWithFinding({ waivers }));
    expect(verdict).toMatchObject({ exitCode: 3, failed: { high: 1 } });
    expect(findings[0]?.waiver).toBeUndefined();
    expect(hygiene).toEqual([expect.objectContaining({ kind: 'expired', blocking: true, place: 'waivers.yaml:1' })]);
    expect(hygiene[0]?.message.en).toContain('W-0001 expired on 2026-11-24');
  });

  test('that nobody could evaluate can be accepted by somebody who looked', () => {
    const unknown = [{ resource: bucketInLogArchive, reason: 'a reference' }];
    const evidence = {
      ...soundInput().evidence,
      packs: [packOf('AwsSolutions', ruleEvidence('AwsSolutions-S1', { unknown }))],
    };
    const plugins = [suppressed('[W-0001] It is the log bucket.')];
    expect(judge(inputWithFinding({ evidence, plugins, waivers: [waiverOf()] })).verdict.exitCode).toBe(0);
  });

  test('about a plug-in that broke off cannot be accepted', () => {
    const broken = reportOf('AwsSolutions', { metadata: { error: 'out of order' } });
    const waivers = [waiverOf({ rule: 'AwsSolutions::could-not-run', names: () => true })];
    expect(judge(soundInput({ plugins: [broken], waivers })).verdict.exitCode).toBe(2);
  });

  test('that a bare acknowledgement swallowed is found all the same', () => {
    const { verdict, findings, hygiene } = judge(inputWithFinding({ plugins: [] }));
    expect(findings).toEqual([expect.objectContaining({ check: 'AwsSolutions::AwsSolutions-S1', waiver: undefined })]);
    expect(verdict.exitCode).toBe(3);
    expect(hygiene).toEqual([
      expect.objectContaining({ kind: 'hidden-finding', blocking: true, place: bucketInLogArchive.path }),
    ]);
    expect(hygiene[0]?.message.en).toContain('fails AwsSolutions::AwsSolutions-S1');
  });

  test('keeps its place in the report whatever order it came in', () => {
    const paths = ['a/A', 'a/B', 'b/C', 'b/D'];
    const violations = (order: readonly string[]) => order.map((path) => violationOf('W3030', path));
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: 4 }), (order) => {
        const plugins = [reportOf('CloudFormation Validate', { violations: violations(order) })];
        expect(judge(soundInput({ plugins })).findings.map(({ path }) => path)).toEqual(paths);
      }),
    );
  });
});

describe('the report', () => {
  test('counts each state by pack, by account and by rule', () => {
    const rule = ruleEvidence('AwsSolutions-S1', {
      ...s1,
      compliant: [{ ...bucketInLogArchive, path: 'log-archive-storage/Other' }],
      notApplicable: new Map([
        ['log-archive-storage', 4],
        ['audit-security-hub', 3],
      ]),
    });
    const evidence = { ...soundInput().evidence, packs: [packOf('AwsSolutions', rule)] };
    const { packs, accounts } = judge(inputWithFinding({ evidence }));
    const tally = { passed: 1, failed: 1, unknown: 0, waived: 0, notApplicable: 7 };
    expect(packs.find(({ pack }) => pack === 'AwsSolutions')).toEqual({
      pack: 'AwsSolutions',
      rules: 1,
      tally,
      applied: [{ rule: 'AwsSolutions-S1', tally }],
    });
    const logArchive = accounts.find(({ name }) => name === 'log-archive');
    expect(logArchive?.packs.AwsSolutions).toEqual({ ...tally, notApplicable: 4 });
    expect(logArchive?.stacks).toEqual([
      {
        id: 'log-archive-storage',
        region: 'ap-northeast-1',
        resources: 3,
        types: { 'AWS::KMS::Key': 1, 'AWS::S3::Bucket': 1, 'AWS::S3::BucketPolicy': 1 },
        settings: [],
      },
    ]);
  });

  test('counts a template without findings as passed by the validator', () => {
    const plugins = [reportOf('CloudFormation Validate', { violations: [violationOf('W3030')] })];
    const stacks = soundAssembly().stacks.length;
    const validator = judge(soundInput({ plugins })).packs.find(({ pack }) => pack === 'CloudFormation Validate');
    expect(validator?.tally).toMatchObject({ passed: stacks - 1, failed: 1 });
  });

  test('lists an account that nobody configured rather than leaving it out', () => {
    const stray = stackOf('stray', { topic }, { account: '999999999999' });
    const { accounts } = judge(soundInput({ assembly: assemblyOf(...soundAssembly().stacks, stray) }));
    expect(accounts.at(-1)).toMatchObject({ name: '999999999999', stacks: [{ id: 'stray' }] });
  });
});

describe('the exit code', () => {
  const finding: Finding = {
    check: 'a::b',
    pack: 'a',
    severity: 'low',
    state: 'fail',
    title: { en: '', ja: '' },
    fix: { en: '', ja: '' },
    assurance: 'proved',
  };
  const problem: HygieneProblem = { kind: 'expired', blocking: true, place: '', message: { en: '', ja: '' } };

  test('is 2 before 3 before 1 before 0', () => {
    const states = fc.record({
      fails: fc.boolean(),
      unknown: fc.boolean(),
      hygiene: fc.boolean(),
      warning: fc.boolean(),
      waived: fc.boolean(),
    });
    fc.assert(
      fc.property(states, ({ fails, unknown, hygiene, warning, waived }) => {
        const findings = [
          ...(fails ? [finding] : []),
          ...(unknown ? [{ ...finding, state: 'unknown' as const }] : []),
          ...(waived ? [{ ...finding, waiver: 'W-0001' }] : []),
        ];
        const problems = [...(hygiene ? [problem] : []), ...(warning ? [{ ...problem, blocking: false }] : [])];
        const { exitCode } = verdictOf({ findings, hygiene: problems, packs: [], stacks: 1, resources: 1 });
        expect(exitCode).toBe(unknown ? 2 : hygiene ? 3 : fails ? 1 : 0);
      }),
    );
  });
});
