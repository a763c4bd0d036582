import { compileChain } from '../../evaluator/chain';
import { RequestError } from '../../evaluator/policy-error';
import { ACCOUNT, everything, identityChain, OBJECT, requestOf, USER } from './documents';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
describe('Action and NotAction', () => {
  test.each([
    [{ Action: 's3:GetObject' }, 's3:GetObject', true],
    [{ Action: 'S3:getobject' }, 's3:GetObject', true],
    [{ Action: 's3:GetObject' }, 'S3:GETOBJECT', true],
    [{ Action: 's3:Get*' }, 's3:GetObjectAcl', true],
    [{ Action: 's3:Get*' }, 's3:ListBucket', false],
    [{ Action: 's3:*Object' }, 's3:PutObject', true],
    [{ Action: 's3:*Obj*Acl' }, 's3:GetObjectAcl', true],
    [{ Action: 's3:GetObjec?' }, 's3:GetObject', true],
    [{ Action: 's3:GetObjec?' }, 's3:GetObjec', false],
    [{ Action: ['sqs:*', 's3:*'] }, 's3:GetObject', true],
    [{ Action: '*' }, 's3:GetObject', true],
    [{ Action: 'sqs:*' }, 's3:GetObject', false],
    [{ NotAction: 's3:*' }, 's3:GetObject', false],
    [{ NotAction: ['sqs:*', 'iam:*'] }, 's3:GetObject', true],
  ])('%j speaks of %s: %s', (element, action, speaks) => {
    const chain = identityChain({ Effect: 'Allow', Resource: '*', ...element });
    expect(chain.decide(requestOf({ action }))).toBe(speaks ? 'allowed' : 'implicitly-denied');
  });
});

const model = 'arn:aws:bedrock:::foundation-model/amazon.nova-2-lite-v1:0';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
describe('Resource and NotResource', () => {
  test.each([
    [{ Resource: '*' }, OBJECT, true],
    [{ Resource: '*' }, '*', true],
    [{ Resource: OBJECT }, '*', false],
    [{ NotResource: OBJECT }, '*', true],
    [{ Resource: OBJECT }, OBJECT, true],
    [{ Resource: OBJECT }, OBJECT.toUpperCase().replace('ARN:AWS:S3', 'arn:aws:s3'), false],
    [{ Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }, OBJECT, true],
    [{ Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }, 'arn:aws:s3:::amzn-s3-demo-bucket', false],
    [{ Resource: 'arn:aws:s3:::*/report.csv' }, OBJECT, true],
    [{ Resource: 'arn:aws:sqs:*:111122223333:orders' }, 'arn:aws:sqs:eu-west-1:111122223333:orders', true],
    [{ Resource: 'arn:aws:sqs:eu-*-1:111122223333:orders' }, 'arn:aws:sqs:eu-west-1:111122223333:orders', true],
    [
      { Resource: 'arn:aws:sqs:e*1:111122223333:orders' },
      'arn:aws:sqs:eu-west:111122223331:111122223333:orders',
      false,
    ],
    [{ Resource: 'arn:aws:sqs:*' }, 'arn:aws:sqs:eu-west-1:111122223333:orders', true],
    [{ Resource: 'arn:aws:sqs:eu-west-?:111122223333:orders' }, 'arn:aws:sqs:eu-west-1:111122223333:orders', true],
    [{ Resource: 'arn:aws:bedrock:*::foundation-model/*' }, model, true],
    [{ Resource: 'arn:aws:bedrock:::foundation-model/*' }, model, true],
    [{ Resource: 'arn:aws:bedrock:::foundation-model/*' }, model.replace(':::', ':us-east-1::'), false],
    [
      { Resource: 'arn:aws:logs:*:*:log-group:/aws/*:log-stream:*' },
      'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/a:log-stream:b',
      true,
    ],
    [{ NotResource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }, OBJECT, false],
    [{ NotResource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }, OBJECT, true],
  ])('%j speaks of %s: %s', (element, resource, speaks) => {
    const chain = identityChain({ Effect: 'Allow', Action: '*', ...element });
    const request = requestOf({ resource });
    expect(chain.decide(request)).toBe(speaks ? 'allowed' : 'implicitly-denied');
    // Judged anew and from memory: the plan is narrowed at the second sight of a resource.
    expect([chain.decide(request), chain.decide(request)]).toEqual(Array(2).fill(chain.decide(request)));
    expect(chain.decide(request)).toBe(speaks ? 'allowed' : 'implicitly-denied');
  });
});

describe('a request that names things in no form AWS uses', () => {
  const chain = compileChain({ identityPolicies: [everything] });

  test.each([
    ['no action', { action: 's3' }, 'action'],
    ['a wildcard for an action', { action: 's3:*' }, 'action'],
    ['a resource that is no ARN', { resource: 'bucket' }, 'resource'],
    ['an account of eleven digits', { resourceAccountId: '11112222333' }, 'resourceAccountId'],
    ['a principal that is none', { principal: 'somebody' }, 'principal.arn'],
    ['nobody', { principal: undefined as never }, 'principal'],
    ['the type of another principal', { principal: { arn: USER, type: 'role' } as const }, 'principal.arn'],
    [
      'a session of another role',
      { principal: { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/a/s`, sessionOf: `arn:aws:iam::${ACCOUNT}:role/b` } },
      'principal.sessionOf',
    ],
  ])('%s', (_, request, path) => {
    let caught: unknown;
    try {
      chain.decide(requestOf(request));
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(RequestError);
    expect((caught as RequestError).problems.map((problem) => problem.path)).toEqual([path]);
    expect(() => chain.decide(requestOf(request))).toThrow(RequestError);
  });

  test.each([
    ['a number', { 'x:key': 1 }],
    ['a list with a number', { 'x:key': ['a', 1] }],
    ['null', { 'x:key': null }],
    ['the key twice', { 'x:Key': 'a', 'x:key': 'b' }],
  ])('a condition key with %s', (_, context) => {
    const testsKey = identityChain({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'x:key': 'a' } },
    });
    expect(() => testsKey.decide(requestOf({ context: context as never }))).toThrow(RequestError);
  });
});
