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
  test.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])(
    'allows: %s of its profile',
    async (action) => {
      expect(await ask(action, profileArn, withGuardrail)).toBe('Allowed');
    },
  );

  test.each(['ap-northeast-1', 'ap-northeast-3'])(
    'allows: the model runs in %s through the profile',
    async (region) => {
      const context = { ...throughProfile, ...withGuardrail };
      expect(await ask('bedrock:InvokeModel', model(region), context)).toBe('Allowed');
    },
  );

  test('allows: the guardrail that AWS enforces, of the management account, only where there is one', async () => {
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
      expect(await decide(bedrockCallerStatements({ ...japan, organizationGuardrail }), request)).toBe('Allowed');
      expect(await decide(bedrockCallerStatements(japan), request)).toBe('ImplicitlyDenied');
    }
  });

  test('allows: the guardrail is applied at home and in its geography', async () => {
    expect(await ask('bedrock:ApplyGuardrail', guardrailArn)).toBe('Allowed');
    const profile = `arn:aws:bedrock:ap-south-1:${accountId}:guardrail-profile/apac.guardrail.v1:0`;
    expect(await ask('bedrock:ApplyGuardrail', profile)).toBe('Allowed');
  });

  test('allows: Bedrock decrypts the guardrail for the role', async () => {
    const request = { accountId, action: 'kms:Decrypt', resource: guardrailKeyArn, resourcePolicy: keyPolicy };
    expect(await decide(bedrockCallerStatements(japan), request)).toBe('Allowed');
  });

  test('denies: a call without a guardrail', async () => {
    expect(await ask('bedrock:InvokeModel', model('ap-northeast-1'), throughProfile)).toBe('ExplicitlyDenied');
  });

  test.each([
    ['another guardrail', `arn:aws:bedrock:ap-northeast-1:${accountId}:guardrail/zzzzzzzzzzzz:1`],
    ['the draft of the guardrail', guardrailArn],
    ['a guardrail whose id begins the same', `${guardrailArn}x:1`],
  ])('denies: a call with %s', async (_, guardrail) => {
    const context = { ...throughProfile, 'bedrock:GuardrailIdentifier': guardrail };
    expect(await ask('bedrock:InvokeModel', model('ap-northeast-1'), context)).toBe('ExplicitlyDenied');
  });

  test('denies: the model around the profile', async () => {
    expect(await ask('bedrock:InvokeModel', model('ap-northeast-1'), withGuardrail)).toBe('ImplicitlyDenied');
  });

  test('denies: the model in a region the profile does not route to', async () => {
    const context = { ...throughProfile, ...withGuardrail };
    expect(await ask('bedrock:InvokeModel', model('ap-south-1'), context)).toBe('ImplicitlyDenied');
  });

  test('denies: another model and another profile', async () => {
    const context = { ...throughProfile, ...withGuardrail };
    const other = model('ap-northeast-1', 'anthropic.claude-fable-5');
    expect(await ask('bedrock:InvokeModel', other, context)).toBe('ImplicitlyDenied');
    const otherProfile = profileArn.replace('jp.amazon.nova-2-lite-v1:0', 'global.amazon.nova-2-lite-v1:0');
    expect(await ask('bedrock:InvokeModel', otherProfile, withGuardrail)).toBe('ImplicitlyDenied');
  });

  test.each([
    ['aws-marketplace:Subscribe', '*'],
    ['bedrock:CallWithBearerToken', '*'],
    ['bedrock:UpdateGuardrail', guardrailArn],
    ['bedrock:DeleteGuardrail', guardrailArn],
  ])('denies: %s', async (action, resource) => {
    expect(await ask(action, resource)).toBe('ImplicitlyDenied');
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

  // The simulators do not know the ARN without a region, so its shape is what can be shown.
  test('names the model without a region for a global profile, and no single destination', () => {
    const statements = bedrockCallerStatements({ ...japan, destinationRegions: [] });
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
