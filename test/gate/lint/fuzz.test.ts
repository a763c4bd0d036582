import fc from 'fast-check';
import { type LintReport, lint } from '../../../gate/lint/lint';
import { LINT_KINDS } from '../../../gate/lint/lint-kinds';
import { sarifReport } from '../../../gate/lint/report/sarif';
import { textReport } from '../../../gate/lint/report/text';
import { runs } from '../../helpers/runs';

const kinds = fc.constantFrom(undefined, ...LINT_KINDS);

async function lintAnything(text: string, kind: (typeof LINT_KINDS)[number] | undefined): Promise<LintReport> {
  const report = await lint([{ file: 'policy.json', text, located: true, named: true }], {
    slots: 1,
    ...(kind === undefined ? {} : { kind }),
  });
  textReport(report, 'ja', true);
  JSON.parse(sarifReport(report, 'en', '0.0.0'));
  return report;
}

/** Words of the policy language, misspelt ones and what JavaScript objects inherit. */
const word = fc.constantFrom(
  'Version',
  'Statement',
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
  'Allow',
  'Deny',
  '2012-10-17',
  'StringNotEquals',
  'ForAllValues:StringLike',
  'ForAnyValue:',
  'IfExists',
  'NullIfExists',
  'Null',
  'Bool',
  'NumericGreaterThan',
  'aws:PrincipalArn',
  'aws:PrincipalTag/',
  'aws:',
  ':',
  'true',
  '',
  'bedrock:InvokeModel',
  'bedrock:*',
  's3:*',
  '*',
  '*:*',
  '?',
  's3:',
  ':s3',
  'bedrock-mantle:Model',
  '${',
  `\${aws:username}`,
  'arn:aws:bedrock:*::foundation-model/*',
  'arn:',
  'arn:aws:s3:::',
  '<x>',
  'constructor',
  '__proto__',
  'toString:valueOf',
  'hasOwnProperty',
  '\u0000',
  '漢字',
  '\ud83d',
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, word, fc.jsonValue({ maxDepth: 1 }), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(word, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

/** Statements with the right elements and anything in them. */
const statement = fc.record(
  {
    Sid: fc.oneof(word, anything.value),
    Effect: fc.constantFrom('Allow', 'Deny', 'Denyy'),
    Principal: fc.oneof(word, anything.object),
    Action: fc.oneof(word, fc.array(word), anything.value),
    NotAction: fc.array(word),
    Resource: fc.oneof(word, fc.array(word), anything.value),
    NotResource: fc.array(word),
    Condition: fc.oneof(fc.dictionary(word, fc.dictionary(word, fc.oneof(word, fc.array(word)))), anything.value),
  },
  { requiredKeys: [] },
);
const policy = fc.record({ Version: word, Statement: fc.oneof(fc.array(statement, { maxLength: 4 }), statement) });

/** Milliseconds; the machine may be busy with other tests. */
const patience = 30_000;

test(
  'any text is judged without a crash, and never passes in silence',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), kinds, async (text, kind) => {
        const { findings, withoutPolicy } = await lintAnything(text, kind);
        expect(findings.length + withoutPolicy.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(200) },
    );
  },
  patience,
);

test(
  'anything with the words of a policy is judged without a crash',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(policy, anything.object), kinds, async (document, kind) => {
        await lintAnything(JSON.stringify(document), kind);
      }),
      { numRuns: runs(300) },
    );
  },
  patience,
);

test(
  'a policy cut off anywhere is invalid JSON at a place inside it',
  async () => {
    await fc.assert(
      fc.asyncProperty(policy, fc.nat(), async (document, at) => {
        const whole = JSON.stringify(document, null, 1);
        const text = whole.slice(0, at % whole.length);
        const { findings } = await lintAnything(text, 'scp');
        const [last] = findings.filter(({ rule }) => rule === 'invalid-json');
        const lines = text.split('\n').length;
        expect(last?.start?.line).toBeGreaterThanOrEqual(1);
        expect(last?.start?.line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: runs(100) },
    );
  },
  patience,
);

test(
  'the same text gives the same report',
  async () => {
    await fc.assert(
      fc.asyncProperty(policy, async (document) => {
        const text = JSON.stringify(document);
        expect(await lintAnything(text, undefined)).toEqual(await lintAnything(text, undefined));
      }),
      { numRuns: runs(30) },
    );
  },
  patience,
);
