import fc from 'fast-check';
import { type Chain, compileChain } from '../../evaluator/chain';
import { PolicyError } from '../../evaluator/policy-error';
import { POLICY_KINDS, type PolicyKind } from '../../evaluator/policy-kind';
import { runs } from '../helpers/runs';
import { chainOf } from './chain-of-document';
import { requestOf } from './documents';

const seed = { seed: 20261127, numRuns: runs(1000) };
const words = [
  'Version',
  '2012-10-17',
  'Statement',
  'Effect',
  'Allow',
  'Deny',
  'Action',
  'NotAction',
  'Resource',
  'Principal',
  'AWS',
  '*',
  's3:*',
  'Condition',
  'StringEquals',
  'ForAllValues:StringLike',
  'Null',
  'Bool',
  'aws:username',
  'true',
  `\${aws:username}`,
  `\${`,
  'arn:aws:s3:::a/*',
  'arn:',
  '__proto__',
  'constructor',
  '',
];
const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string());
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(null, undefined, true, 0, -1, 1e21, Number.NaN),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(word, tie('json'), { maxKeys: 4 }),
  ),
}));
const kinds = fc.constantFrom(...POLICY_KINDS);

/** Compiles, or answers with the error; anything but a PolicyError fails the test. */
function compiled(kind: PolicyKind, document: unknown): Chain | PolicyError {
  try {
    return compileChain(chainOf(kind, document));
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
}

describe('any document at all', () => {
  test('is a located error or a chain that can be asked', () => {
    fc.assert(
      fc.property(kinds, json, (kind, document) => {
        const result = compiled(kind, document);
        if (result instanceof PolicyError) expect(result.faults[0]?.problems.length).toBeGreaterThan(0);
        else expect(result.decide(requestOf())).toMatch(/allowed|denied|unknown/);
      }),
      seed,
    );
  });

  test('allows nothing once a value of a good document is replaced by nonsense, or is a document with that value', () => {
    const whole = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'A',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'x:key': ['a'] } },
        },
      ],
    };
    const places: readonly (readonly (string | number)[])[] = [
      ['Version'],
      ['Statement'],
      ['Statement', 0],
      ['Statement', 0, 'Sid'],
      ['Statement', 0, 'Effect'],
      ['Statement', 0, 'Action'],
      ['Statement', 0, 'Resource'],
      ['Statement', 0, 'Condition'],
      ['Statement', 0, 'Condition', 'StringEquals'],
      ['Statement', 0, 'Condition', 'StringEquals', 'x:key'],
    ];
    const nonsense = fc.oneof(
      fc.constantFrom(null, 7, {}, [], [null], { a: 1 }, '\u0000'),
      fc.array(fc.integer(), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), nonsense, (place, value) => {
        // An empty Condition is none, and AWS accepts it.
        fc.pre(place.at(-1) !== 'Condition' || JSON.stringify(value) !== '{}');
        const result = compiled('identity-policy', replaced(whole, place, value));
        if (!(result instanceof PolicyError))
          expect(result.decide(requestOf({ context: { 'x:key': 'b' } }))).not.toBe('allowed');
      }),
      seed,
    );
  });
});

function replaced(document: unknown, [first, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (first === undefined) return value;
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<
    string | number,
    unknown
  >;
  copy[first] = replaced(copy[first], rest, value);
  return copy;
}
