import { lint } from '../../../../gate/lint/lint';
import { jsonReport } from '../../../../gate/lint/report/json';

const faulty =
  '{"Version": "2012-10-17", "Statement": {"Sid": "A", "Effect": "Deny", "Action": "s3:x", "Resource": "*"}}';

test('the JSON report has the numbers, every file and every finding, and the same bytes each time', async () => {
  const sources = [
    { file: 'a.scp.json', text: faulty, located: true, named: true },
    { file: 'b.json', text: '{"name": 1}', located: true, named: false },
    { file: 'c.json', text: '{"name": 1}', located: true, named: true },
  ];
  const report = await lint(sources);
  const printed = jsonReport(report);
  const { summary, files, skipped, withoutPolicy, findings, asOf } = JSON.parse(printed);
  expect(summary).toEqual({ policies: 1, statements: 1, errors: 1, warnings: 0 });
  expect(asOf).toMatch(/^20\d\d-/);
  expect(files).toEqual([
    expect.objectContaining({
      file: 'a.scp.json',
      kind: 'scp',
      because: { en: expect.any(String), ja: expect.any(String) },
    }),
  ]);
  expect({ skipped, withoutPolicy }).toEqual({ skipped: ['b.json'], withoutPolicy: ['c.json'] });
  expect(findings).toEqual(JSON.parse(JSON.stringify(report.findings)));
  expect(jsonReport(await lint(sources))).toBe(printed);
});
