import fc from 'fast-check';
import { judge } from '../../../gate/judge';
import { csvCell, nagCsvName, renderNagCsv } from '../../../gate/report/nag-csv';
import { bucketInLogArchive, inputWithFinding, packOf, ruleEvidence, suppressed, waiverOf } from '../fixture-evidence';

/** Reads CSV as RFC 4180 describes it. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(cell.replaceAll('""', '"'));
    if (end !== '\r\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const rule = ruleEvidence('AwsSolutions-IAM5', {
  info: 'Wildcards, "everywhere".',
  compliant: [{ ...bucketInLogArchive, path: 'a/Sound' }],
  nonCompliant: [
    { resource: bucketInLogArchive, rule: 'AwsSolutions-IAM5[Resource::*]' },
    { resource: bucketInLogArchive, rule: 'AwsSolutions-IAM5[Action::s3:*]' },
  ],
  unknown: [{ resource: { ...bucketInLogArchive, path: 'a/Unknown' }, reason: 'a reference' }],
  notApplicable: new Map([
    ['a', 4],
    ['b', 3],
  ]),
});

function rowsOf(): string[][] {
  const waivers = [waiverOf({ rule: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]' })];
  const pack = packOf('AwsSolutions', rule);
  const input = inputWithFinding({ waivers, plugins: [suppressed('[W-0001] x')] });
  const { findings } = judge({ ...input, evidence: { ...input.evidence, packs: [pack] } });
  return parse(renderNagCsv(pack, findings, waivers));
}

describe('the CSV of a pack', () => {
  const [head, ...rows] = rowsOf();

  test('has the columns of the report of cdk-nag 2', () => {
    expect(head).toEqual(['Rule ID', 'Resource ID', 'Compliance', 'Exception Reason', 'Rule Level', 'Rule Info']);
  });

  test('tells all states apart, and gives the reason of what is accepted', () => {
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      [
        'AwsSolutions-IAM5[Resource::*]',
        bucketInLogArchive.path,
        'Suppressed',
        '[W-0001] It is the log bucket.',
        'Error',
      ],
      ['AwsSolutions-IAM5[Action::s3:*]', bucketInLogArchive.path, 'Non-Compliant', 'N/A', 'Error'],
      ['AwsSolutions-IAM5', 'a/Unknown', 'UNKNOWN', 'N/A', 'Error'],
      ['AwsSolutions-IAM5', 'a/Sound', 'Compliant', 'N/A', 'Error'],
      ['AwsSolutions-IAM5', '(7 resources)', 'N/A', 'N/A', 'Error'],
    ]);
    expect(rows[0]?.[5]).toBe('Wildcards, "everywhere".');
  });

  test('is named after its pack, whatever the pack is called', () => {
    expect(nagCsvName('NIST.800.53.R5')).toBe('nag-NIST.800.53.R5.csv');
    expect(nagCsvName('../../etc')).toBe('nag-..-..-etc.csv');
  });
});

describe('a cell', () => {
  test('is read back as it was, commas, quotes and line breaks included', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', 'あ') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        fc.pre(cells.every((cell) => !/^[\r\t]/.test(cell)));
        expect(parse(`${cells.map(csvCell).join(',')}\r\n`)).toEqual([cells]);
      }),
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('is never a formula: %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });
});
