import { compileChain } from '../../../evaluator/chain';
import type { Decision } from '../../../evaluator/judge';
import type { Request } from '../../../evaluator/request/request';
import { ACCOUNT, identityChain, OBJECT, ROLE, requestOf, SESSION, USER } from '../documents';

function decide(condition: object, context: Request['context'], more: Partial<Request> = {}): Decision {
  const chain = identityChain({ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition });
  return chain.decide(requestOf({ context, ...more }));
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
describe('several operators, keys and values', () => {
  const condition = {
    StringEquals: {
      'aws:PrincipalTag/department': ['finance', 'hr', 'legal'],
      'aws:PrincipalTag/role': ['audit', 'security'],
    },
    ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/ana`, `arn:aws:iam::${ACCOUNT}:user/car*`] },
  };
  const tags = { 'aws:PrincipalTag/department': 'hr', 'aws:PrincipalTag/role': 'audit' };

  test.each([
    ['every operator and key holds for one of its values', tags, 'allowed'],
    ['one value is none of those listed', { ...tags, 'aws:PrincipalTag/role': 'admin' }, 'implicitly-denied'],
    ['one key is missing', { 'aws:PrincipalTag/role': 'audit' }, 'implicitly-denied'],
    [
      'keys are written in another case',
      { 'AWS:principaltag/Department': 'hr', 'aws:PrincipalTag/Role': 'audit' },
      'allowed',
    ],
    ['values are written in another case', { ...tags, 'aws:PrincipalTag/role': 'Audit' }, 'implicitly-denied'],
  ] as const)('%s', (_, context, decision) => {
    expect(decide(condition, context)).toBe(decision);
  });

  test('values of a negated operator must all differ, and IfExists accepts a missing key', () => {
    const negated = { StringNotEqualsIfExists: { 'x:key': ['a', 'b'] } };
    expect(['a', 'b', 'c', undefined].map((value) => decide(negated, { 'x:key': value }))).toEqual([
      'implicitly-denied',
      'implicitly-denied',
      'allowed',
      'allowed',
    ]);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
describe('policy variables', () => {
  const chain = (Resource: string) => identityChain({ Effect: 'Allow', Action: '*', Resource });

  test.each([
    [
      'the name of the user',
      `arn:aws:s3:::bucket/\${aws:username}/*`,
      { resource: 'arn:aws:s3:::bucket/carlos/x' },
      'allowed',
    ],
    [
      'another name',
      `arn:aws:s3:::bucket/\${aws:username}/*`,
      { resource: 'arn:aws:s3:::bucket/ana/x' },
      'implicitly-denied',
    ],
    [
      'a role has no user name',
      `arn:aws:s3:::bucket/\${aws:username}/*`,
      { principal: ROLE, resource: 'arn:aws:s3:::bucket//x' },
      'implicitly-denied',
    ],
    [
      'the default of a missing key',
      `arn:aws:s3:::bucket/\${aws:username, 'guest'}/*`,
      { principal: ROLE, resource: 'arn:aws:s3:::bucket/guest/x' },
      'allowed',
    ],
    [
      'no default where the key is there',
      `arn:aws:s3:::bucket/\${aws:username, 'guest'}/*`,
      { resource: 'arn:aws:s3:::bucket/guest/x' },
      'implicitly-denied',
    ],
    [
      'a star in a value is no wildcard',
      `arn:aws:s3:::bucket/\${x:key}`,
      { resource: 'arn:aws:s3:::bucket/anything', context: { 'x:key': '*' } },
      'implicitly-denied',
    ],
    ['a star as a text', `arn:aws:s3:::bucket/\${*}`, { resource: 'arn:aws:s3:::bucket/*' }, 'allowed'],
    [
      'a star as a text is no wildcard',
      `arn:aws:s3:::bucket/\${*}`,
      { resource: 'arn:aws:s3:::bucket/a' },
      'implicitly-denied',
    ],
    ['a dollar as a text', `arn:aws:s3:::bucket/\${$}{x}`, { resource: `arn:aws:s3:::bucket/\${x}` }, 'allowed'],
    [
      'a key that is not known',
      `arn:aws:s3:::bucket/\${x:key}`,
      { resource: 'arn:aws:s3:::bucket/a', hidden: ['x:key'] },
      'unknown',
    ],
    [
      'a key that is not known cannot help another bucket',
      `arn:aws:s3:::bucket/\${x:key}`,
      { resource: 'arn:aws:s3:::other/a', hidden: ['x:key'] },
      'implicitly-denied',
    ],
  ] as const)('in a resource: %s', (_, Resource, request, decision) => {
    expect(chain(Resource).decide(requestOf(request))).toBe(decision);
  });

  test('in a condition: a tag that has to be the same', () => {
    const condition = { StringEquals: { 'aws:ResourceTag/owner': `\${aws:PrincipalTag/owner}` } };
    const both = (resource: string, principal?: string) => ({
      'aws:ResourceTag/owner': resource,
      'aws:PrincipalTag/owner': principal,
    });
    expect(decide(condition, both('a', 'a'))).toBe('allowed');
    expect(decide(condition, both('a', 'b'))).toBe('implicitly-denied');
    expect(decide(condition, both('a'))).toBe('implicitly-denied');
  });

  test('in a negated condition without value, nobody can say', () => {
    expect(decide({ StringNotEquals: { 'x:key': `\${x:other}` } }, { 'x:key': 'a' })).toBe('unknown');
  });

  test('are plain text in the first version of the language', () => {
    const old = (Version: string) => ({
      Version,
      Statement: { Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::b/\${aws:username}` },
    });
    const judge = (document: object, resource: string) =>
      compileChain({ identityPolicies: [{ name: 'old', document }] }).decide(requestOf({ resource }));
    expect(judge(old('2008-10-17'), 'arn:aws:s3:::b/carlos')).toBe('implicitly-denied');
    expect(judge(old('2008-10-17'), `arn:aws:s3:::b/\${aws:username}`)).toBe('allowed');
    expect(judge(old('2012-10-17'), 'arn:aws:s3:::b/carlos')).toBe('allowed');
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
describe('keys that are filled in', () => {
  const holds = (operator: string, key: string, value: string, request: Partial<Request>) =>
    decide({ [operator]: { [key]: value } }, undefined, request);

  test.each([
    ['aws:PrincipalArn', USER, { principal: USER }],
    ['aws:PrincipalArn', ROLE, { principal: SESSION }],
    ['aws:PrincipalAccount', ACCOUNT, { principal: USER }],
    ['aws:PrincipalType', 'User', { principal: USER }],
    ['aws:PrincipalType', 'AssumedRole', { principal: SESSION }],
    ['aws:PrincipalOrgID', 'o-1', { principal: { arn: USER, organizationId: 'o-1' } }],
    ['aws:PrincipalIsAWSService', 'false', { principal: USER }],
    ['aws:username', 'carlos', { principal: USER }],
    [
      'aws:ResourceAccount',
      '999988887777',
      {
        resource: 'arn:aws:sqs:eu-west-1:999988887777:q',
        resourceAccountId: undefined,
        principal: USER.replace(ACCOUNT, '999988887777'),
      },
    ],
    ['aws:ResourceAccount', ACCOUNT, { resource: OBJECT, resourceAccountId: ACCOUNT }],
  ] as const)('%s is %s', (key, value, request) => {
    expect(holds('StringEquals', key, value, request)).toBe('allowed');
    expect(holds('StringEquals', key, `${value}x`, request)).toBe('implicitly-denied');
  });

  test('aws:PrincipalOrgPaths has several values', () => {
    const principal = { arn: USER, organizationId: 'o-1', organizationPath: 'o-1/r-1/ou-1/' };
    const condition = { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-*' } };
    expect(decide(condition, undefined, { principal })).toBe('allowed');
    expect(decide(condition, undefined, { principal: { arn: USER, organizationId: 'o-1' } })).toBe('unknown');
    expect(decide(condition, undefined, { principal: USER })).toBe('implicitly-denied');
  });

  test('what the caller gives is taken instead', () => {
    const request = { context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/ana' } };
    expect(decide({ StringEquals: { 'aws:principalarn': USER } }, undefined, request)).toBe('implicitly-denied');
  });

  test('a role whose path is not known has an ARN that is not known', () => {
    const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ana`;
    expect(holds('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`, { principal })).toBe('unknown');
  });

  test.each([
    'aws:SecureTransport',
    'aws:SourceIp',
    'aws:RequestedRegion',
    'aws:CurrentTime',
    'aws:userid',
    'aws:MultiFactorAuthPresent',
  ])('%s is unknown unless it is given', (key) => {
    expect(holds('StringEquals', key, 'x', {})).toBe('unknown');
    expect(decide({ StringEquals: { [key]: 'x' } }, { [key]: 'x' })).toBe('allowed');
    expect(decide({ Null: { [key]: 'true' } }, { [key]: [] })).toBe('allowed');
  });

  test('the account of a bucket is unknown unless it is given', () => {
    expect(holds('StringEquals', 'aws:ResourceAccount', ACCOUNT, { resourceAccountId: undefined })).toBe('unknown');
  });
});
