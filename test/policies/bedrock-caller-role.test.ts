import { type BedrockCallerFacts, bedrockCallerStatements } from '../../policies/bedrock-caller-role';
import type { PolicyDocument } from '../../policies/policy';
import { decide, unknownNames } from '../helpers/decide';

const accountId = '444455556666';
const guardrailArn = `arn:aws:bedrock:ap-northeast-1:${accountId}:guardrail/abcdefghijkl`;
const guardrailKeyArn = `arn:aws:kms:ap-northeast-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;
const japan: BedrockCallerFacts = {
  partition: 'aws',
  accountId,
  region: 'ap-northeast-1',
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  destinationRegions: ['ap-northeast-1', 'ap-northeast-3'],
  guardrailArn,
  guardrailKeyArn,
  guardrailProfile: { id: 'apac.guardrail.v1:0', regions: ['ap-northeast-1', 'ap-south-1'] },
};
const profileArn = `arn:aws:bedrock:ap-northeast-1:${accountId}:inference-profile/jp.amazon.nova-2-lite-v1:0`;
const model = (region: string, id = 'amazon.nova-2-lite-v1:0') => `arn:aws:bedrock:${region}::foundation-model/${id}`;
const throughProfile = { 'bedrock:InferenceProfileArn': profileArn };
const withGuardrail = { 'bedrock:GuardrailIdentifier': `${guardrailArn}:3` };

/** A key leaves the decision to IAM when it trusts its account. */
const keyPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Account',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

const ask = (action: string, resource: string, context: Record<string, string> = {}) =>
  decide(bedrockCallerStatements(japan), { accountId, action, resource, context });

describe('the role that calls Amazon Bedrock', () => {
  test.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])('allows: %s of its profile', (action) => {
    expect(ask(action, profileArn, withGuardrail)).toBe('allowed');
  });

  test.each(['ap-northeast-1', 'ap-northeast-3'])('allows: the model runs in %s through the profile', (region) => {
    const context = { ...throughProfile, ...withGuardrail };
    expect(ask('bedrock:InvokeModel', model(region), context)).toBe('allowed');
  });

  test('allows: the guardrail that AWS enforces, of the management account, only where there is one', () => {
    const organizationGuardrail = { accountId: '111122223333', id: 'orgguardrail' };
    const enforced = [
      'arn:aws:bedrock:ap-northeast-1:111122223333:guardrail/orgguardrail',
      'arn:aws:bedrock:ap-south-1:111122223333:guardrail-profile/apac.guardrail.v1:0',
    ];
    // The guardrail's own policy lets the organization in.
    const resourcePolicy: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'Organization', Effect: 'Allow', Principal: '*', Action: 'bedrock:ApplyGuardrail', Resource: '*' },
      ],
    };
    for (const resource of enforced) {
      const request = { accountId, action: 'bedrock:ApplyGuardrail', resource, resourcePolicy };
      expect(decide(bedrockCallerStatements({ ...japan, organizationGuardrail }), request)).toBe('allowed');
      expect(decide(bedrockCallerStatements(japan), request)).toBe('implicitly-denied');
    }
  });

  test('allows: the guardrail is applied at home and in its geography', () => {
    expect(ask('bedrock:ApplyGuardrail', guardrailArn)).toBe('allowed');
    const profile = `arn:aws:bedrock:ap-south-1:${accountId}:guardrail-profile/apac.guardrail.v1:0`;
    expect(ask('bedrock:ApplyGuardrail', profile)).toBe('allowed');
  });

  test('allows: Bedrock decrypts the guardrail for the role', () => {
    const request = { accountId, action: 'kms:Decrypt', resource: guardrailKeyArn, keyPolicy };
    expect(decide(bedrockCallerStatements(japan), request)).toBe('allowed');
  });

  test('denies: a call without a guardrail', () => {
    expect(ask('bedrock:InvokeModel', model('ap-northeast-1'), throughProfile)).toBe('explicitly-denied');
  });

  test.each([
    ['another guardrail', `arn:aws:bedrock:ap-northeast-1:${accountId}:guardrail/zzzzzzzzzzzz:1`],
    ['the draft of the guardrail', guardrailArn],
    ['a guardrail whose id begins the same', `${guardrailArn}x:1`],
  ])('denies: a call with %s', (_, guardrail) => {
    const context = { ...throughProfile, 'bedrock:GuardrailIdentifier': guardrail };
    expect(ask('bedrock:InvokeModel', model('ap-northeast-1'), context)).toBe('explicitly-denied');
  });

  test('denies: the model around the profile', () => {
    expect(ask('bedrock:InvokeModel', model('ap-northeast-1'), withGuardrail)).toBe('implicitly-denied');
  });

  test('denies: the model in a region the profile does not route to', () => {
    const context = { ...throughProfile, ...withGuardrail };
    expect(ask('bedrock:InvokeModel', model('ap-south-1'), context)).toBe('implicitly-denied');
  });

  test('denies: another model and another profile', () => {
    const context = { ...throughProfile, ...withGuardrail };
    const other = model('ap-northeast-1', 'anthropic.claude-fable-5');
    expect(ask('bedrock:InvokeModel', other, context)).toBe('implicitly-denied');
    const otherProfile = profileArn.replace('jp.amazon.nova-2-lite-v1:0', 'global.amazon.nova-2-lite-v1:0');
    expect(ask('bedrock:InvokeModel', otherProfile, withGuardrail)).toBe('implicitly-denied');
  });

  test.each([
    ['aws-marketplace:Subscribe', '*'],
    ['bedrock:CallWithBearerToken', '*'],
    ['bedrock:UpdateGuardrail', guardrailArn],
    ['bedrock:DeleteGuardrail', guardrailArn],
  ])('denies: %s', (action, resource) => {
    expect(ask(action, resource)).toBe('implicitly-denied');
  });

  test('names the source region when the profile does not route to it', () => {
    const statements = bedrockCallerStatements({
      ...japan,
      region: 'us-west-1',
      destinationRegions: ['us-east-1', 'us-west-2'],
    });
    expect(resourcesOf(statements, 'RunTheModelThroughTheProfile')).toEqual(
      ['us-west-1', 'us-east-1', 'us-west-2'].map((region) => model(region)),
    );
  });

  test('allows: a global profile runs the model without a region, and in no single destination', () => {
    const statements = bedrockCallerStatements({ ...japan, destinationRegions: [] });
    const run = (resource: string) =>
      decide(statements, {
        accountId,
        action: 'bedrock:InvokeModel',
        resource,
        context: { ...throughProfile, ...withGuardrail },
      });
    expect(run(model(''))).toBe('allowed');
    expect(run(model('ap-northeast-1'))).toBe('allowed');
    expect(run(model('eu-west-1'))).toBe('implicitly-denied');
    expect(resourcesOf(statements, 'RunTheModelThroughTheProfile')).toEqual([model('ap-northeast-1'), model('')]);
  });

  test('applies a guardrail without a profile in its own region only', () => {
    const statements = bedrockCallerStatements({ ...japan, guardrailProfile: undefined });
    expect(resourcesOf(statements, 'ApplyTheGuardrail')).toEqual([guardrailArn]);
  });

  test('has no wildcard in what it allows, and names only actions and keys AWS knows', async () => {
    const statements = bedrockCallerStatements(japan);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(JSON.stringify(allowed)).not.toContain('*');
    expect(await unknownNames(statements)).toEqual([]);
  });
});

function resourcesOf(statements: ReturnType<typeof bedrockCallerStatements>, sid: string) {
  return statements.find(({ Sid }) => Sid === sid)?.Resource;
}
