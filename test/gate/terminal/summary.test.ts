import { judge } from '../../../gate/judge';
import { renderSummary } from '../../../gate/terminal/summary';
import { columnsOf } from '../../../terminal/columns';
import {
  bucketInLogArchive,
  inputWithFinding,
  reportOf,
  soundInput,
  suppressed,
  violationOf,
  waiverOf,
} from '../fixture-evidence';

const page = 'reports/gate.html';
const failing = judge(inputWithFinding());
const expired = judge(inputWithFinding({ waivers: [waiverOf({ expires: '2026-11-20' })] }));
const many = judge(
  soundInput({
    plugins: [
      reportOf('CloudFormation Validate', {
        violations: Array.from({ length: 30 }, (_, index) =>
          violationOf(`W${index}`, bucketInLogArchive.path, {
            description: `${'a very long message '.repeat(40)}${index}`,
          }),
        ),
      }),
    ],
  }),
);
const lines = (text: string) => text.split('\n');

describe('the summary', () => {
  test.each([
    ['findings', failing],
    ['an expired waiver', expired],
    ['many findings with long messages', many],
  ])('with %s fits 80 columns in both languages', (_what, report) => {
    for (const language of ['en', 'ja'] as const) {
      const wide = lines(renderSummary(report, language, page, false)).filter((line) => columnsOf(line) > 80);
      expect(wide).toEqual([]);
    }
  });

  test('ends with the path of the page, whatever the verdict', () => {
    for (const report of [failing, expired, many, judge(soundInput())]) {
      expect(renderSummary(report, 'en', page, false)).toMatch(/\nreports\/gate\.html\n$/);
    }
  });

  test('says of each finding what, where, which file, how to fix it and its rule', () => {
    expect(renderSummary(failing, 'en', page, false)).toContain(
      [
        '1. HIGH AwsSolutions-S1 is not as it should be.',
        '   where  log-archive-storage/Logs/Bucket (222233334444, ap-northeast-1)',
        '   edit   constructs/trail-bucket.ts:40',
        '   fix    Change the resource. If it has to stay as it is, accept the finding in',
        '          waivers.yaml with owner, reason and expiry.',
        '   rule   AwsSolutions::AwsSolutions-S1',
      ].join('\n'),
    );
  });

  test('counts by severity and state', () => {
    const text = renderSummary(failing, 'en', page, false);
    expect(text).toMatch(/ {2}high +1 +0 +0\n/);
    const accepted = judge(inputWithFinding({ plugins: [suppressed('[W-0001] x')], waivers: [waiverOf()] }));
    expect(renderSummary(accepted, 'en', page, false)).toMatch(/ {2}high +0 +0 +1\n/);
    expect(renderSummary(accepted, 'en', page, false)).toContain('Waivers: 1, accepting 1 finding\n');
  });

  test('names an expired waiver and its line before the findings that came back', () => {
    const text = renderSummary(expired, 'en', page, false);
    expect(text).toContain('! W-0001 expired on 2026-11-20');
    expect(text).toContain('    waivers.yaml:1');
    expect(text.indexOf('W-0001 expired')).toBeLessThan(text.indexOf('1. HIGH'));
  });

  test('stops after twenty findings and says how many it left out', () => {
    const text = renderSummary(many, 'en', page, false);
    expect(text).toContain('20. HIGH');
    expect(text).not.toContain('21. ');
    expect(text).toContain('… and 10 more in the report below');
  });

  test('has colours only when it may', () => {
    expect(renderSummary(failing, 'en', page, false)).not.toContain('\u001b');
    expect(renderSummary(failing, 'en', page, true)).toContain('\u001b[31m');
  });
});
