import { stripVTControlCharacters } from 'node:util';
import { findSources } from '../../../../gate/lint/find-sources';
import { type LintReport, lint } from '../../../../gate/lint/lint';
import { textReport } from '../../../../gate/lint/report/text';
import { columnsOf } from '../../../../terminal/columns';
import { lintText } from '../lint-text';

const misspelt = (sid: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: sid, Effect: 'Deny', Action: 's3:GetObjct', Resource: '*' }],
  });

function everyFixture(): Promise<LintReport> {
  return lint(findSources(['test/gate/lint/fixtures']).sources, { slots: 1 });
}

describe('the report for a terminal', () => {
  test.each(['en', 'ja'] as const)('fits 80 columns, wide characters counted twice: %s', async (language) => {
    const text = textReport(await everyFixture(), language, false);
    expect(text.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(text.split('\n').filter((line) => columnsOf(line) > 72).length).toBeGreaterThan(20);
  });

  test('fits 80 columns with a path and a Sid as long as they like', async () => {
    const file = `${'方針/'.repeat(60)}${'a'.repeat(200)}.json`;
    const text = misspelt('A'.repeat(300));
    const report = await lint([{ file, text, located: true, named: true, kind: 'scp' }]);
    const printed = textReport(report, 'ja', false);
    expect(printed.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    expect(printed.replace(/\n */g, '')).toContain(file);
  });

  test('says where, what, why and what to do', async () => {
    expect(textReport(await lintText(misspelt('DenyReads')), 'en', false)).toMatchInlineSnapshot(`
"policy.json (service control policy)
  1:82 error unknown-action
    "s3:GetObjct" is no action of Amazon S3.
    why   IAM accepts any name and says nothing; it denies nothing.
    fix   Write s3:GetObject if that is meant.
    at    Statement[0].Action (Sid DenyReads)

1 policy, 1 statement: 1 error, 0 warnings.
"
`);
  });

  test('says which kinds were assumed and why, and nothing of kinds that were given', async () => {
    const text = misspelt('DenyReads').replace('GetObjct', 'GetObject');
    const source = { text, located: true, named: true };
    const report = await lint([
      { ...source, file: 'a.json' },
      { ...source, file: 'b.json' },
      { ...source, file: 'scp/c.json' },
      { ...source, file: 'd.json', kind: 'scp' },
    ]);
    const [heading, ...reasons] = textReport(report, 'en', false).split('\n\n')[0]?.split('\n') ?? [];
    expect(heading).toContain('--kind');
    expect(reasons).toEqual([
      '  2 × service control policy: it only denies and has no Principal',
      '  1 × service control policy: its name says so',
    ]);
  });

  test('has colours only when asked, and says the same with them', async () => {
    const report = await everyFixture();
    const plain = textReport(report, 'en', false);
    const colored = textReport(report, 'en', true);
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[31m');
    expect(colored).toContain('\u001b[33m');
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  test('shows control characters of a policy, and never sends them to the terminal', async () => {
    const text = textReport(await lintText(misspelt('\u001b[2J\u202egnihton')), 'en', false);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text).toContain('\\u001b[2J\\u202egnihton');
  });

  test('counts in the singular and in the plural', async () => {
    expect(textReport(await lintText(misspelt('A')), 'en', false)).toMatch(
      /1 policy, 1 statement: 1 error, 0 warnings\.\n$/,
    );
  });
});
