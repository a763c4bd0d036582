import fc, { type Arbitrary } from 'fast-check';
import { ACCOUNT, ORGANIZATION } from '../documents';

interface KeyKind {
  /** Values requests have. */
  readonly values: readonly (string | readonly string[])[];
  /** Values policies name. */
  readonly named: readonly string[];
  readonly operators: readonly string[];
  /** AWS always sends it. */
  readonly always?: boolean;
}

const string = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
];
const arn = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'];
const ordered = (family: string) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => family + name,
  );
const bool = ['Bool'];

const keys: Readonly<Record<string, KeyKind>> = {
  'aws:PrincipalTag/team': {
    values: ['red', 'Red', 'blue', ''],
    named: ['red', 'blue', 'r*', '?ed', `\${aws:username}`, `\${aws:username, 'red'}`],
    operators: string,
  },
  'aws:SourceVpce': { values: ['vpce-1', 'vpce-2'], named: ['vpce-1', 'vpce-*'], operators: string },
  'aws:RequestedRegion': {
    values: ['eu-west-1', 'us-east-1'],
    named: ['eu-west-1', 'eu-*', 'us-east-1'],
    operators: string,
    always: true,
  },
  'aws:PrincipalOrgID': { values: [ORGANIZATION, 'o-another'], named: [ORGANIZATION, 'o-*'], operators: string },
  'aws:PrincipalArn': {
    values: [],
    named: [
      `arn:aws:iam::${ACCOUNT}:role/*`,
      `arn:aws:iam::*:role/application`,
      `arn:aws:iam::${ACCOUNT}:user/carlos`,
      'arn:aws:iam::*:root',
      `arn:aws:iam::${ACCOUNT}:r?le/app*`,
    ],
    operators: [...arn, 'StringLike', 'StringNotLike'],
  },
  'aws:SourceArn': {
    values: ['arn:aws:sns:eu-west-1:111122223333:topic', 'arn:aws:s3:::bucket'],
    named: ['arn:aws:sns:*:111122223333:*', 'arn:aws:s3:::bucket', 'arn:aws:sns:eu-west-1:*:t?pic'],
    operators: arn,
  },
  'aws:SecureTransport': { values: ['true', 'false'], named: ['true', 'false'], operators: bool, always: true },
  'aws:MultiFactorAuthPresent': { values: ['true', 'false'], named: ['true', 'false'], operators: bool, always: true },
  'aws:MultiFactorAuthAge': { values: ['60', '3600'], named: ['60', '3599', '3600.0'], operators: ordered('Numeric') },
  'aws:CurrentTime': {
    values: ['2026-11-24T09:00:00Z', '2027-01-01T00:00:00Z'],
    named: ['2026-11-24T09:00:00Z', '2026-12-01T00:00:00Z'],
    operators: ordered('Date'),
    always: true,
  },
  'aws:SourceIp': {
    values: ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
    named: ['203.0.113.0/24', '198.51.100.1/32', '2001:db8::/32'],
    operators: ['IpAddress', 'NotIpAddress'],
  },
  'aws:CalledVia': {
    values: [['athena.amazonaws.com'], ['athena.amazonaws.com', 'cloudformation.amazonaws.com']],
    named: ['athena.amazonaws.com', 'cloudformation.amazonaws.com', 'athena.*'],
    operators: string,
  },
  'aws:PrincipalOrgPaths': {
    values: [[`${ORGANIZATION}/r-1/ou-1/`]],
    named: [`${ORGANIZATION}/r-1/*`, `${ORGANIZATION}/r-1/ou-1/`],
    operators: string,
  },
};

/** Keys of which a request has several values: conditions should have a set operator. */
const several = ['aws:CalledVia', 'aws:PrincipalOrgPaths'];

const condition = fc.constantFrom(...Object.entries(keys)).chain(([key, { named, operators }]) => {
  const isSeveral = several.includes(key);
  const set = isSeveral
    ? fc.constantFrom('ForAllValues:', 'ForAllValues:', 'ForAnyValue:', 'ForAnyValue:', '')
    : fc.constantFrom('', '', '', '', 'ForAllValues:', 'ForAnyValue:');
  const suffix = fc.constantFrom('', '', 'IfExists');
  const values =
    operators === bool
      ? fc.constantFrom(...named)
      : fc.uniqueArray(fc.constantFrom(...named), { minLength: 1, maxLength: 2 });
  const compared = fc
    .tuple(set, fc.constantFrom(...operators), suffix, values)
    .map(([prefix, operator, end, value]) => ({ [`${prefix}${operator}${end}`]: { [key]: value } }));
  const isNull = fc.constantFrom('true', 'false').map((value) => ({ Null: { [key]: value } }));
  return fc.oneof({ weight: 6, arbitrary: compared }, { weight: 1, arbitrary: isNull });
});

/** One or two operators, mostly with one key each. */
export const generatedCondition: Arbitrary<object> = fc
  .array(condition, { minLength: 1, maxLength: 2 })
  .map((parts) => Object.assign({}, ...parts));

/** Some of the keys, and all that AWS always sends; names in any case. */
export const generatedContext: Arbitrary<Record<string, string | string[]>> = fc
  .record(
    Object.fromEntries(
      Object.entries(keys)
        .filter(([, { values }]) => values.length > 0)
        .map(([key, { values, always }]) => [
          key,
          fc.option(fc.constantFrom(...values), { nil: undefined, freq: always ? 1_000_000 : 3 }),
        ]),
    ),
  )
  .map((context) => ({
    ...Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)),
    'aws:EpochTime': '1795510800',
    'aws:ViaAWSService': 'false',
  })) as Arbitrary<Record<string, string | string[]>>;
