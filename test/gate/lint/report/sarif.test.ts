import { findSources } from '../../../../gate/lint/find-sources';
import { type LintFinding, type LintReport, lint } from '../../../../gate/lint/lint';
import { sarifReport } from '../../../../gate/lint/report/sarif';
import { lintText } from '../lint-text';

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  };
  readonly logicalLocations?: readonly Readonly<Record<string, string>>[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

function runOf(report: LintReport, language: 'en' | 'ja' = 'en') {
  const log = JSON.parse(sarifReport(report, language, '1.2.3'));
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
  expect(log.runs).toHaveLength(1);
  const [{ tool, results }] = log.runs;
  return { driver: tool.driver, results: results as readonly Result[], run: log.runs[0] };
}

const fingerprints = (report: LintReport) =>
  runOf(report).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);

const policy = (statements: string) => `{\n "Version": "2012-10-17",\n "Statement": [${statements}]\n}`;
const misspelt = '{"Sid": "A", "Effect": "Deny", "Action": ["s3:GetObjct", "s3:PutObjct"], "Resource": "*"}';

describe('the SARIF report', () => {
  test('has the required parts of SARIF 2.1.0, for every finding of the published samples', async () => {
    const report = await lint(findSources(['test/gate/lint/fixtures/published']).sources);
    const { driver, results, run } = runOf(report);
    expect(driver).toMatchObject({ name: 'ishizue', semanticVersion: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(results).toHaveLength(report.findings.length);
    const ids = driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of driver.rules) {
      expect(rule.shortDescription.text).toMatch(/\S/);
      expect(rule.helpUri).toMatch(/^https:/);
      expect(['error', 'warning']).toContain(rule.defaultConfiguration.level);
    }
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(['error', 'warning']).toContain(level);
      expect(message.text).toMatch(/\S/);
      const [{ physicalLocation }] = locations as [Location];
      expect(physicalLocation.artifactLocation.uri).toMatch(/^test\/gate\/lint\/fixtures\/published\/[\w.-]+\.json$/);
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region ?? {
        startLine: 0,
        startColumn: 0,
        endLine: 0,
        endColumn: 0,
      };
      expect(Math.min(startLine, startColumn, endColumn)).toBeGreaterThanOrEqual(1);
      expect(endLine).toBeGreaterThanOrEqual(startLine);
    }
    const all = fingerprints(report);
    expect(new Set(all).size).toBe(all.length);
  });

  test('says in which statement, by its Sid', async () => {
    const { results } = runOf(await lintText(policy(misspelt)));
    expect(results[0]?.locations[0]?.logicalLocations).toEqual([
      { name: 'A', fullyQualifiedName: 'Statement[0].Action[0]' },
    ]);
  });

  test('keeps the fingerprint of a finding when lines and statements come before it', async () => {
    const before = fingerprints(await lintText(policy(misspelt)));
    const other = '{"Sid": "B", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"},\n\n';
    expect(fingerprints(await lintText(policy(other + misspelt)))).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test('tells two findings apart that say the same of one place', () => {
    const finding: LintFinding = {
      rule: 'missing-sid',
      severity: 'warning',
      file: 'a.json',
      path: '',
      what: { en: 'w', ja: 'w' },
      why: { en: 'y', ja: 'y' },
      fix: { en: 'f', ja: 'f' },
    };
    const report = { asOf: '', files: [], skipped: [], withoutPolicy: [], findings: [finding, finding] };
    expect(new Set(fingerprints(report)).size).toBe(2);
  });

  test.each([
    ['スコープ/a b.json', '%E3%82%B9%E3%82%B3%E3%83%BC%E3%83%97/a%20b.json'],
    ['a:b#c?.json', 'a%3Ab%23c%3F.json'],
    ['/tmp/a b.json', 'file:///tmp/a%20b.json'],
  ])('writes %s as a URI', async (file, uri) => {
    const report = await lint([{ file, text: policy(misspelt), located: true, named: true, kind: 'scp' }]);
    expect(runOf(report).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('claims no line of a policy that is rendered from code', async () => {
    const report = await lint([{ file: 'a.ts', text: policy(misspelt), located: false, named: true, kind: 'scp' }]);
    expect(runOf(report).results[0]?.locations[0]?.physicalLocation.region).toBeUndefined();
  });

  test('speaks Japanese', async () => {
    const { run, results } = runOf(await lintText(policy(misspelt)), 'ja');
    expect(run.language).toBe('ja');
    expect(results[0]?.message.text).toMatch(/ではありません/);
  });
});
