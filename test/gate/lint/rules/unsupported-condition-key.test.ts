import { lintStatements } from '../lint-text';

async function found(statement: Readonly<Record<string, unknown>>) {
  const all = await lintStatements([statement], { kind: statement.Effect === 'Allow' ? 'identity' : 'scp' });
  return all.filter(({ rule }) => rule === 'unsupported-condition-key');
}

const calls = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

test('a key that none of the actions sets decides the statement by its absence', async () => {
  const positive = {
    Action: 'bedrock:ListGuardrails',
    Condition: { StringEquals: { 'bedrock:ServiceTier': 'priority' } },
  };
  const negated = {
    Action: 'bedrock:ListGuardrails',
    Condition: { StringNotEquals: { 'bedrock:ServiceTier': 'flex' } },
  };
  expect(await found(positive)).toMatchObject([{ severity: 'error', says: expect.stringContaining('never denied') }]);
  expect(await found(negated)).toMatchObject([{ severity: 'error', says: expect.stringContaining('always denied') }]);
  expect(await found({ ...positive, Effect: 'Allow' })).toMatchObject([
    { says: expect.stringContaining('never allowed') },
  ]);
});

test('a key of another service than the actions is set by none of them', async () => {
  const statement = {
    Action: 'ec2:RunInstances',
    Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
  };
  expect(await found(statement)).toMatchObject([
    { severity: 'error', path: expect.stringContaining('iam:PassedToService') },
  ]);
});

test('an action that lacks the key of a negated condition is always denied', async () => {
  const statement = {
    Action: [...calls, 'bedrock:ListGuardrails'],
    Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
  };
  const says = expect.stringContaining('bedrock:ListGuardrails.');
  expect(await found(statement)).toMatchObject([{ severity: 'error', says }]);
  expect(await found({ ...statement, Action: calls })).toEqual([]);
});

test('a pattern that reaches actions without the key denies them all', async () => {
  const statement = {
    Action: 'bedrock:*',
    Condition: { ArnNotLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:*:*:guardrail/a' } },
  };
  expect(await found(statement)).toMatchObject([{ severity: 'error', says: expect.stringContaining(' more.') }]);
});

test('next to another condition a negated key is an exemption that not every action needs', async () => {
  const Condition = {
    StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' },
    ArnNotLike: { 'bedrock:InferenceProfileArn': 'arn:aws:bedrock:*:*:inference-profile/jp.*' },
  };
  expect(await found({ Action: 'bedrock:*', Condition })).toEqual([]);
});

test('an action written in full that is never denied deserves a second look, one matched by a pattern does not', async () => {
  const Condition = { StringEquals: { 'bedrock:ServiceTier': 'priority' } };
  expect(await found({ Action: [...calls, 'bedrock:ListGuardrails'], Condition })).toMatchObject([
    { severity: 'warning' },
  ]);
  expect(await found({ Action: 'bedrock:*', Condition })).toEqual([]);
});

test.each([
  ['a global key', 's3:ListAllMyBuckets', { StringEquals: { 'aws:PrincipalTag/team': 'x' } }],
  ['a tag of the resource', 's3:GetObject', { StringEquals: { 's3:ExistingObjectTag/team': 'x' } }],
  [
    'a tag named like AWS names a placeholder',
    'secretsmanager:GetSecretValue',
    { StringEquals: { 'secretsmanager:ResourceTag/team': 'x' } },
  ],
  ['a key of the resource type', 'secretsmanager:GetSecretValue', { StringEquals: { 'aws:ResourceTag/team': 'x' } }],
  [
    'a key that any service may see',
    's3:GetObject',
    { ArnEquals: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:us-east-1:111122223333:function:f' } },
  ],
  [
    'a key documented elsewhere',
    'aws-marketplace:Subscribe',
    { 'ForAllValues:StringEquals': { 'aws-marketplace:ProductId': 'p' } },
  ],
  [
    'a key the reference assigns to no action',
    'kms:CreateKey',
    { StringEquals: { 'kms:CustomerMasterKeyUsage': 'SIGN_VERIFY' } },
  ],
  ['any key, for every action', '*', { StringEquals: { 'bedrock:ServiceTier': 'priority' } }],
])('leaves alone %s', async (_, Action, Condition) => {
  expect(await found({ Action, Condition })).toEqual([]);
});

test('tags in a request are a matter of the action', async () => {
  const tagged = { StringEquals: { 'aws:RequestTag/team': 'x' } };
  expect(await found({ Action: 'ec2:RunInstances', Condition: tagged })).toEqual([]);
  expect(await found({ Action: 's3:GetObject', Condition: tagged })).toMatchObject([{ severity: 'warning' }]);
});
