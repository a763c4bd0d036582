import { judgeRequest, type PolicyChain } from '../../doctor/service-control-judge';

const request = {
  action: 'iam:CreateRole',
  resource: 'arn:aws:iam::444455556666:role/cdk-hnb659fds-deploy-role-444455556666-us-east-1',
  context: {
    'aws:requestedregion': 'us-east-1',
    'aws:principalarn': 'arn:aws:iam::444455556666:role/OrganizationAccountAccessRole',
  },
};

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const level = (...Statement: object[]) => [
  { name: 'policy', content: JSON.stringify({ Version: '2012-10-17', Statement }) },
];
const decisionOf = (...chain: PolicyChain) => judgeRequest(chain, request).decision;
/** What a denial decides when everything is allowed besides. */
const denying = (statement: object) =>
  decisionOf(level(everything, { Sid: 'No', Effect: 'Deny', Action: 'iam:*', Resource: '*', ...statement }));
const when = (operator: string, key: string, value: unknown) =>
  denying({ Condition: { [operator]: { [key]: value } } });

describe('a chain of service control policies', () => {
  test('allows what every level allows', () => {
    expect(decisionOf(level(everything), level({ Effect: 'Allow', Action: ['iam:*', 's3:*'], Resource: '*' }))).toBe(
      'allowed',
    );
  });

  test.each([
    ['lists other actions', level({ Effect: 'Allow', Action: 's3:*', Resource: '*' })],
    ['has no policy', []],
  ])('denies when a level %s', (_what, narrow) => {
    expect(decisionOf(level(everything), narrow)).toBe('denied');
  });

  test('denies what one level denies, and names the statement', () => {
    const denial = level(everything, { Sid: 'No', Effect: 'Deny', Action: 'IAM:createrole', Resource: '*' });
    expect(judgeRequest([level(everything), denial], request)).toMatchObject({
      decision: 'denied',
      because: 'policy (No)',
    });
  });

  test('is denied for sure although another statement is in doubt', () => {
    const doubtful = {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { Null: { 'aws:RequestTag/a': 'true' } },
    };
    expect(decisionOf(level(everything, doubtful), level({ ...everything, Effect: 'Deny' }))).toBe('denied');
  });

  test('reads a statement that is not in a list', () => {
    const content = JSON.stringify({ Version: '2012-10-17', Statement: everything });
    expect(decisionOf([{ name: 'policy', content }])).toBe('allowed');
  });
});

describe('a denial', () => {
  test.each([
    [{ Action: 'iam:Create?ole' }, 'denied'],
    [{ Action: 'iam:CreateUser' }, 'allowed'],
    [{ Action: undefined, NotAction: 'iam:*' }, 'allowed'],
    [{ Action: undefined, NotAction: ['s3:*', 'sts:*'] }, 'denied'],
    [{ Resource: 'arn:aws:iam::*:role/cdk-*' }, 'denied'],
    [{ Resource: 'arn:aws:iam::*:role/other-*' }, 'allowed'],
    [{ Resource: `arn:aws:iam::\${aws:PrincipalAccount}:role/*` }, 'unknown'],
    [{ Resource: undefined, NotResource: 'arn:aws:iam::*:role/cdk-*' }, 'allowed'],
  ])('of %j: %s', (statement, decision) => {
    expect(denying(statement)).toBe(decision);
  });

  test.each([
    ['StringNotEquals', 'aws:RequestedRegion', ['us-east-1', 'eu-west-1'], 'allowed'],
    ['StringNotEquals', 'AWS:requestedregion', ['eu-west-1'], 'denied'],
    ['StringEquals', 'aws:RequestedRegion', 'us-east-1', 'denied'],
    ['StringLikeIfExists', 'aws:RequestedRegion', 'eu-*', 'allowed'],
    ['ArnNotLike', 'aws:PrincipalArn', ['arn:aws:iam::*:role/OrganizationAccountAccessRole'], 'allowed'],
    ['ArnNotLike', 'aws:PrincipalArn', ['arn:aws:iam::*:role/Nobody'], 'denied'],
    ['ArnNotLike', 'aws:PrincipalArn', ['arn:aws:iam::*'], 'denied'],
    ['ArnLike', 'aws:PrincipalArn', ['arn:*:role/OrganizationAccountAccessRole'], 'allowed'],
    ['ArnLike', 'aws:PrincipalArn', ['arn:aws:iam::444455556666:role/*'], 'denied'],
    ['ArnLike', 'aws:PrincipalArn', [`arn:aws:iam::\${aws:PrincipalAccount}:role/*`], 'unknown'],
    ['ArnLike', 'aws:PrincipalArn', [`arn:aws:iam::\${aws:PrincipalAccount}:user/*`], 'allowed'],
    ['Bool', 'aws:MultiFactorAuthPresent', 'false', 'unknown'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z', 'unknown'],
    ['StringEquals', 'iam:PermissionsBoundary', 'arn:aws:iam::aws:policy/x', 'unknown'],
  ])('when %s %s %j: %s', (operator, key, value, decision) => {
    expect(when(operator, key, value)).toBe(decision);
  });

  test('of which one condition is false does not apply, whatever the others are', () => {
    expect(
      denying({
        Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' }, Null: { 'aws:TokenIssueTime': 'true' } },
      }),
    ).toBe('allowed');
  });
});
