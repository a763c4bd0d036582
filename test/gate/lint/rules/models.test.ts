import { lintStatements } from '../lint-text';

const calls = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const model = 'arn:aws:bedrock:*::foundation-model/amazon.nova-2-lite-v1:0';
const profile = 'arn:aws:bedrock:*:*:inference-profile/jp.amazon.nova-2-lite-v1:0';

async function rulesBroken(...statements: Readonly<Record<string, unknown>>[]): Promise<string[]> {
  return (await lintStatements(statements)).map(({ rule }) => rule);
}

describe('a list of approved models', () => {
  test.each([
    ['models only', model],
    ['models of any region', 'arn:aws:bedrock:us-east-1::foundation-model/*'],
    ['profiles only', profile],
    ['application profiles only', 'arn:aws:bedrock:*:111122223333:application-inference-profile/*'],
  ])('is broken with %s', async (_, NotResource) => {
    expect(await rulesBroken({ Action: calls, NotResource })).toEqual(['not-resource-forgets-inference-profiles']);
  });

  test.each([
    ['both', [model, profile]],
    ['application profiles', [model, 'arn:aws:bedrock:*:*:application-inference-profile/*']],
    ['a pattern over types', ['arn:aws:bedrock:*']],
    ['everything of the account and of AWS', ['arn:aws:bedrock:*:*:*', 'arn:aws:bedrock:*::*']],
    ['no model at all', ['arn:aws:bedrock:*:*:imported-model/*']],
  ])('is sound with %s', async (_, NotResource) => {
    expect(await rulesBroken({ Action: calls, NotResource })).toEqual([]);
  });

  test('is looked for behind patterns and behind NotAction', async () => {
    expect(await rulesBroken({ Action: 'bedrock:Invoke*', NotResource: model })).toHaveLength(1);
    expect(await rulesBroken({ NotAction: 'iam:*', NotResource: model })).toHaveLength(1);
    expect(await rulesBroken({ Action: 'bedrock:CreateModelInvocationJob', NotResource: model })).toEqual([]);
  });
});

describe('the same list behind bedrock-mantle', () => {
  const limit = { Sid: 'LimitModels', Action: calls, NotResource: [model, profile] };
  const mantle = (operator: string, value: string | string[], Action = 'bedrock-mantle:CreateInference') => ({
    Action,
    Condition: { [operator]: { 'bedrock-mantle:Model': value } },
  });

  test.each([
    ['StringEquals', 'amazon.nova-2-lite-v1:0'],
    ['StringLike', 'amazon.*'],
    ['StringEqualsIfExists', ['amazon.nova-2-lite-v1:0']],
    ['ForAnyValue:StringLike', ['amazon.nova-2-lite-v1:*', 'anthropic.*']],
  ])('is inverted with %s', async (operator, value) => {
    const [first] = await lintStatements([limit, mantle(operator, value)]);
    expect(first).toMatchObject({
      rule: 'mantle-list-inverted',
      says: expect.stringContaining('approved models are denied'),
    });
    expect(first?.says).toContain('StringNot');
  });

  test('leaves a door open even when it names other models', async () => {
    const [first] = await lintStatements([limit, mantle('StringEquals', 'openai.gpt-oss-120b')]);
    expect(first).toMatchObject({
      rule: 'mantle-list-inverted',
      says: expect.stringContaining('Every model that is not listed'),
    });
  });

  test.each([
    ['a negated list', [mantle('StringNotEquals', 'amazon.nova-2-lite-v1:0')]],
    ['everything denied', [mantle('StringLike', '*')]],
    ['the rest closed elsewhere', [mantle('StringEquals', 'amazon.*'), { Action: 'bedrock-mantle:*' }]],
    ['the rest closed by a list', [mantle('StringEquals', 'openai.x'), mantle('StringNotLike', 'amazon.*')]],
    ['another action', [mantle('StringEquals', 'amazon.nova-2-lite-v1:0', 'bedrock-mantle:CountTokens')]],
  ])('is sound with %s', async (_, statements) => {
    expect(await rulesBroken(limit, ...statements)).not.toContain('mantle-list-inverted');
  });

  test('is nobody’s business without a list for bedrock', async () => {
    expect(await rulesBroken(mantle('StringEquals', 'amazon.nova-2-lite-v1:0'))).toEqual([]);
  });
});

describe('a limit on regions', () => {
  const regions = { StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-1'] } };
  const rule = 'region-limit-forgets-guardrail-profiles';

  test('that leaves models alone leaves guardrails alone', async () => {
    expect(await rulesBroken({ NotAction: ['bedrock:InvokeModel', 'iam:*'], Condition: regions })).toEqual([rule]);
    expect(await rulesBroken({ NotAction: ['bedrock:*', 'iam:*'], Condition: regions })).toEqual([]);
    expect(await rulesBroken({ NotAction: ['iam:*'], Condition: regions })).toEqual([]);
    expect(
      await rulesBroken({
        NotAction: ['bedrock:InvokeModel'],
        Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
      }),
    ).toEqual([]);
  });
});
