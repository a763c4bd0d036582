import { CONDITION_OPERATORS } from '../../../evaluator/conditions/operators';
import { identityChain, requestOf } from '../documents';

type Verdict = 'holds' | 'fails' | 'unknown';
type Rows = readonly (readonly [policy: unknown, request: string | readonly string[] | undefined, Verdict])[];

/** Whether a condition holds, seen from an Allow that has no other. */
function verdictOf(operator: string, policy: unknown, request: string | readonly string[] | undefined): Verdict {
  const chain = identityChain({
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: { [operator]: { 'x:Key': policy } },
  });
  const decision = chain.decide(requestOf({ context: { 'x:key': request } }));
  return decision === 'allowed' ? 'holds' : decision === 'unknown' ? 'unknown' : 'fails';
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const arn = 'arn:aws:sns:eu-west-1:111122223333:topic:sub';

const tables: Readonly<Record<string, Rows>> = {
  StringEquals: [
    ['a', 'a', 'holds'],
    ['a', 'A', 'fails'],
    [['b', 'a'], 'a', 'holds'],
    ['a*', 'ab', 'fails'],
    ['a', undefined, 'fails'],
    ['', '', 'holds'],
  ],
  StringNotEquals: [
    ['a', 'a', 'fails'],
    ['a', 'b', 'holds'],
    [['a', 'b'], 'b', 'fails'],
    ['a', undefined, 'holds'],
  ],
  StringEqualsIgnoreCase: [
    ['Straße', 'STRASSE', 'fails'],
    ['aB', 'Ab', 'holds'],
    ['a', 'b', 'fails'],
  ],
  StringNotEqualsIgnoreCase: [
    ['aB', 'Ab', 'fails'],
    ['a', 'b', 'holds'],
    ['a', undefined, 'holds'],
  ],
  StringLike: [
    ['a*', 'abc', 'holds'],
    ['a*', 'A', 'fails'],
    ['a?c', 'abc', 'holds'],
    ['a?c', 'ac', 'fails'],
    ['*', '', 'holds'],
    ['*b*', 'a/b:c', 'holds'],
    [['x', 'a*'], 'ab', 'holds'],
    ['*', undefined, 'fails'],
  ],
  StringNotLike: [
    ['a*', 'abc', 'fails'],
    ['a*', 'b', 'holds'],
    ['*', undefined, 'holds'],
  ],
  NumericEquals: [
    ['10', '10.0', 'holds'],
    [10, '10', 'holds'],
    ['10', '11', 'fails'],
    ['10', 'ten', 'unknown'],
    ['10', undefined, 'fails'],
  ],
  NumericNotEquals: [
    ['10', '11', 'holds'],
    ['10', '10', 'fails'],
    ['10', 'ten', 'unknown'],
    ['10', undefined, 'holds'],
  ],
  NumericLessThan: [
    ['10', '9.5', 'holds'],
    ['10', '10', 'fails'],
    ['10', '-11', 'holds'],
  ],
  NumericLessThanEquals: [
    ['10', '10', 'holds'],
    ['10', '10.1', 'fails'],
  ],
  NumericGreaterThan: [
    ['10', '10.1', 'holds'],
    ['10', '10', 'fails'],
  ],
  NumericGreaterThanEquals: [
    ['10', '10', 'holds'],
    ['10', '9', 'fails'],
  ],
  DateEquals: [
    ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00+01:00', 'holds'],
    ['2026-11-24T09:00:00Z', '1795510800', 'holds'],
    ['2026', '2026-01-01', 'holds'],
    ['2026-11-24T09:00:00Z', 'yesterday', 'unknown'],
  ],
  DateNotEquals: [
    ['2026-11-24', '2026-11-25', 'holds'],
    ['2026-11-24', '2026-11-24T00:00Z', 'fails'],
    ['2026-11-24', undefined, 'holds'],
  ],
  DateLessThan: [
    ['2026-11-24', '2026-11-23T23:59:59Z', 'holds'],
    ['2026-11-24', '2026-11-24', 'fails'],
  ],
  DateLessThanEquals: [
    ['2026-11-24', '2026-11-24', 'holds'],
    ['2026-11-24', '2026-11-25', 'fails'],
  ],
  DateGreaterThan: [
    ['2026-11-24', '2026-11-25', 'holds'],
    ['2026-11-24', '2026-11-24', 'fails'],
  ],
  DateGreaterThanEquals: [
    ['2026-11-24', '2026-11-24', 'holds'],
    ['2026-11-24', '2026-11-23', 'fails'],
  ],
  Bool: [
    ['true', 'true', 'holds'],
    ['true', 'TRUE', 'holds'],
    [true, 'true', 'holds'],
    ['true', 'false', 'fails'],
    ['true', 'yes', 'unknown'],
    ['true', undefined, 'fails'],
  ],
  BinaryEquals: [
    ['QmluYXJ5', 'QmluYXJ5', 'holds'],
    ['QQ==', 'QQ', 'holds'],
    ['QmluYXJ5', 'qmluYXJ5', 'fails'],
    ['QmluYXJ5', 'no base64!', 'unknown'],
  ],
  IpAddress: [
    ['203.0.113.0/24', '203.0.113.255', 'holds'],
    ['203.0.113.0/24', '203.0.114.0', 'fails'],
    ['203.0.113.7', '203.0.113.7', 'holds'],
    ['2001:db8::/33', '2001:db8:7fff::1', 'holds'],
    ['2001:db8::/33', '2001:db8:8000::', 'fails'],
    ['0.0.0.0/0', '::1', 'fails'],
    ['203.0.113.0/24', 'nowhere', 'unknown'],
    ['203.0.113.0/24', undefined, 'fails'],
  ],
  NotIpAddress: [
    [['203.0.113.0/24', '2001:db8::/32'], '2001:db8::1', 'fails'],
    ['203.0.113.0/24', '203.0.114.0', 'holds'],
    ['203.0.113.0/24', undefined, 'holds'],
  ],
  ArnLike: [
    ['arn:aws:sns:*:111122223333:*', arn, 'holds'],
    ['arn:aws:sns:eu-*:*:topic:*', arn, 'holds'],
    ['arn:aws:*:topic:sub:x:y', arn, 'fails'],
    ['arn:aws:sns:*:*:other*', arn, 'fails'],
    ['arn:aws:sns:?u-west-1:111122223333:topic:sub', arn, 'holds'],
    ['*', arn, 'holds'],
    ['arn:aws:sns:*:111122223333:*', undefined, 'fails'],
  ],
  ArnEquals: [
    ['arn:aws:sns:*:111122223333:*', arn, 'holds'],
    ['arn:aws:sns:*:999999999999:*', arn, 'fails'],
  ],
  ArnNotLike: [
    ['arn:aws:sns:*:111122223333:*', arn, 'fails'],
    ['arn:aws:sns:*:999999999999:*', arn, 'holds'],
    ['arn:aws:sns:*:111122223333:*', undefined, 'holds'],
  ],
  ArnNotEquals: [
    ['arn:aws:sns:*:111122223333:*', arn, 'fails'],
    ['arn:aws:sns:*:999999999999:*', arn, 'holds'],
  ],
  Null: [
    ['true', undefined, 'holds'],
    ['true', 'a', 'fails'],
    ['false', 'a', 'holds'],
    ['false', '', 'holds'],
    ['false', undefined, 'fails'],
    [true, undefined, 'holds'],
    ['true', [], 'holds'],
  ],
};

describe(page, () => {
  describe.each(Object.entries(tables))('%s', (operator, rows) => {
    test.each(rows)('%j against %j %s', (policy, request, verdict) => {
      expect(verdictOf(operator, policy, request)).toBe(verdict);
    });
  });

  test('every operator has a table', () => {
    expect(Object.keys(tables).sort()).toEqual([...CONDITION_OPERATORS.keys(), 'Null'].sort());
  });

  test.each([...CONDITION_OPERATORS.keys()])(
    '%sIfExists holds without the key, and is the same with it',
    (operator) => {
      expect(verdictOf(`${operator}IfExists`, tables[operator]?.[0]?.[0], undefined)).toBe('holds');
      for (const [policy, request, verdict] of tables[operator] ?? []) {
        if (request !== undefined) expect(verdictOf(`${operator}IfExists`, policy, request)).toBe(verdict);
      }
    },
  );
});

const several =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html';

describe(several, () => {
  test.each([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], 'holds'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'fails'],
    ['ForAllValues:StringEquals', ['a', 'b'], 'a', 'holds'],
    ['ForAllValues:StringEquals', ['a', 'b'], undefined, 'holds'],
    ['ForAllValues:StringEquals', ['a', 'b'], [], 'holds'],
    ['ForAllValues:StringEquals', ['a', 'b'], '', 'holds'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], 'holds'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], 'fails'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], 'holds'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], 'fails'],
    ['ForAnyValue:StringEquals', ['a', 'b'], undefined, 'fails'],
    ['ForAnyValue:StringEquals', ['a', 'b'], [], 'fails'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], 'holds'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], 'fails'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], undefined, 'fails'],
    ['ForAnyValue:StringEqualsIfExists', ['a', 'b'], undefined, 'holds'],
    ['ForAnyValue:StringLike', ['a*'], ['x', 'ab'], 'holds'],
    ['ForAllValues:ArnLike', ['arn:aws:sns:*:*:*'], [arn, arn], 'holds'],
    ['StringEquals', 'a', ['a'], 'holds'],
    ['StringEquals', 'a', ['b', 'c'], 'fails'],
    ['StringEquals', 'a', ['a', 'b'], 'unknown'],
    ['StringNotEquals', 'a', ['b', 'c'], 'unknown'],
    ['StringNotEquals', 'a', ['a', 'a'], 'fails'],
  ] as const)('%s %j against %j %s', (operator, policy, request, verdict) => {
    expect(verdictOf(operator, policy, request)).toBe(verdict);
  });
});
