import type { RecordedAcknowledgement } from '../../gate/assembly-metadata';
import { judge } from '../../gate/judge';
import { isLive, waiverProblems } from '../../gate/waiver-hygiene';
import {
  bucketInLogArchive,
  inputWithFinding,
  soundAssembly,
  soundInput,
  suppressed,
  today,
  waiverOf,
} from './fixture-evidence';

const problemsOf = (waiver: Parameters<typeof waiverOf>[0], matches: number, strict = false) =>
  waiverProblems([waiverOf(waiver)], new Map([['W-0001', matches]]), { today, strict });

describe('a waiver', () => {
  test('lives until the day before it expires', () => {
    expect(isLive(waiverOf({ expires: '2026-11-25' }), today)).toBe(true);
    expect(isLive(waiverOf({ expires: '2026-11-24' }), today)).toBe(false);
  });

  test.each([
    ['2026-12-09', []],
    ['2026-12-08', ['expiring']],
    ['2026-11-25', ['expiring']],
    ['2026-11-24', ['expired']],
    ['2025-01-01', ['expired']],
  ])('that expires on %s is announced as %j', (expires, kinds) => {
    expect(problemsOf({ expires }, 1).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('that expires soon is a warning with the line to change', () => {
    expect(problemsOf({ expires: '2026-11-25' }, 1)).toEqual([
      {
        kind: 'expiring',
        blocking: false,
        place: 'waivers.yaml:1',
        message: expect.objectContaining({ en: 'W-0001 expires in 1 day, on 2026-11-25 (platform)' }),
      },
    ]);
  });

  test('that accepts nothing is a warning, and blocks when asked for', () => {
    expect(problemsOf({}, 0)).toEqual([expect.objectContaining({ kind: 'unmatched', blocking: false })]);
    expect(problemsOf({}, 0, true)).toEqual([expect.objectContaining({ kind: 'unmatched', blocking: true })]);
  });

  test('that depends on a choice of the configuration may accept nothing, and still expires', () => {
    expect(problemsOf({ optional: true }, 0, true)).toEqual([]);
    const late = problemsOf({ optional: true, expires: '2026-11-24' }, 0);
    expect(late).toEqual([expect.objectContaining({ kind: 'expired', blocking: true })]);
  });

  test('that accepts more than it was written for blocks', () => {
    expect(problemsOf({ maxMatches: 2 }, 2)).toEqual([]);
    expect(problemsOf({ maxMatches: 2 }, 3)).toEqual([
      expect.objectContaining({ kind: 'too-many-matches', blocking: true }),
    ]);
  });
});

describe('an acknowledgement', () => {
  const inCode = (changes: Partial<RecordedAcknowledgement> = {}): RecordedAcknowledgement => ({
    stack: bucketInLogArchive.stack,
    path: bucketInLogArchive.path,
    rule: 'AwsSolutions::AwsSolutions-S1',
    reason: '[W-0001] It is the log bucket.',
    location: 'constructs/trail-bucket.ts:41',
    ...changes,
  });
  const judged = (acknowledgement: RecordedAcknowledgement | undefined, waivers = [waiverOf()], reason?: string) =>
    judge(
      inputWithFinding({
        assembly: { ...soundAssembly(), acknowledgements: acknowledgement ? [acknowledgement] : [] },
        plugins: [suppressed(reason ?? acknowledgement?.reason ?? '')],
        waivers,
      }),
    );

  test('in code is fine when a live waiver names what it says', () => {
    expect(judged(inCode()).verdict.exitCode).toBe(0);
  });

  test('on a construct is fine when the waiver names the resource below it', () => {
    const path = 'log-archive-storage/Logs';
    const assembly = { ...soundAssembly(), acknowledgements: [inCode({ path })] };
    const plugin = suppressed(inCode().reason);
    const [violation] = plugin.suppressedViolations ?? [];
    if (!violation) throw new Error('the fixture has a suppression');
    const plugins = [{ ...plugin, suppressedViolations: [{ ...violation, acknowledgedAt: path }] }];
    const waivers = [waiverOf({ path: bucketInLogArchive.path })];
    expect(judge(inputWithFinding({ assembly, plugins, waivers })).hygiene).toEqual([]);
  });

  test.each([
    ['no waiver', inCode({ reason: 'trust me' }), [waiverOf()]],
    ['a waiver that does not exist', inCode({ reason: '[W-0999] trust me' }), [waiverOf()]],
    ['a waiver for something else', inCode(), [waiverOf({ rule: 'AwsSolutions::AwsSolutions-S10' })]],
    ['a waiver for another place', inCode(), [waiverOf({ path: 'audit-alerts/**' })]],
  ])('with %s ends 3 and names construct, rule and line', (_what, acknowledgement, waivers) => {
    const { verdict, hygiene } = judged(acknowledgement, waivers);
    expect(verdict.exitCode).toBe(3);
    const [problem] = hygiene.filter(({ kind }) => kind === 'acknowledged-without-waiver');
    expect(problem).toMatchObject({ blocking: true, place: bucketInLogArchive.path });
    expect(problem?.message.en).toContain('AwsSolutions::AwsSolutions-S1 (constructs/trail-bucket.ts:41)');
  });

  test('is named once, although code and report both show it', () => {
    const { hygiene } = judged(inCode({ reason: 'trust me' }), []);
    expect(hygiene.filter(({ kind }) => kind === 'acknowledged-without-waiver')).toHaveLength(1);
  });

  test('that only the report shows is found, too', () => {
    expect(judged(undefined, [], 'trust me').hygiene).toEqual([
      expect.objectContaining({ kind: 'acknowledged-without-waiver', place: bucketInLogArchive.path }),
    ]);
  });

  test('by a bare id ends 3, finding or not', () => {
    const bare = inCode({ rule: 'Annotation::AwsSolutions-S99', reason: 'nobody will read this' });
    const assembly = { ...soundAssembly(), acknowledgements: [bare] };
    const { verdict, hygiene } = judge(soundInput({ assembly }));
    expect(verdict.exitCode).toBe(3);
    expect(hygiene[0]?.message.en).toContain('acknowledges AwsSolutions-S99');
  });

  test('of an expired waiver ends 3, and the finding counts', () => {
    const { verdict } = judged(inCode(), [waiverOf({ expires: '2026-11-20' })]);
    expect(verdict).toMatchObject({ exitCode: 3, failed: { high: 1 } });
  });
});
