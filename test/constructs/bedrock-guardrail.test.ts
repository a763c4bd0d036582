import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BedrockGuardrail, type BedrockGuardrailProps } from '../../constructs/bedrock-guardrail';

function templateOf(props: Partial<BedrockGuardrailProps> = {}, account = '444455556666'): Template {
  const stack = new Stack(new App(), 'Stack', { env: { account, region: 'ap-northeast-1' } });
  new BedrockGuardrail(stack, 'Guardrail', {
    name: 'example-guardrail',
    encryptionKey: new Key(stack, 'Key'),
    language: 'ja',
    guardrailProfileId: 'apac.guardrail.v1:0',
    ...props,
  });
  return Template.fromStack(stack);
}
const guardrailOf = (template: Template) => Object.values(template.findResources('AWS::Bedrock::Guardrail'))[0];
const versionIdOf = (template: Template) => Object.keys(template.findResources('AWS::Bedrock::GuardrailVersion'))[0];

describe('a guardrail with a profile of its geography', () => {
  const template = templateOf();
  const { Properties } = guardrailOf(template) ?? {};

  test('understands Japanese: content filters of the STANDARD tier, checked in the geography', () => {
    expect(Properties.ContentPolicyConfig.ContentFiltersTierConfig).toEqual({ TierName: 'STANDARD' });
    expect(JSON.stringify(Properties.CrossRegionConfig)).toContain(
      ':bedrock:ap-northeast-1:444455556666:guardrail-profile/apac.guardrail.v1:0',
    );
  });

  test('stops prompt attacks at the highest strength, in prompts only', () => {
    expect(Properties.ContentPolicyConfig.FiltersConfig).toContainEqual({
      Type: 'PROMPT_ATTACK',
      InputStrength: 'HIGH',
      OutputStrength: 'NONE',
    });
  });

  test.each(['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'])('filters %s both ways', (type) => {
    expect(Properties.ContentPolicyConfig.FiltersConfig).toContainEqual({
      Type: type,
      InputStrength: 'HIGH',
      OutputStrength: 'HIGH',
    });
  });

  test('is encrypted with a customer key', () => {
    expect(Properties.KmsKeyArn).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Arn'] });
  });
});

describe('denied topics', () => {
  const deniedTopics = [{ name: 'Payroll', definition: '従業員の給与に関する質問', examples: ['田中さんの給料は？'] }];

  test('are kept out of prompts and answers by the tier that understands Japanese', () => {
    const { Properties } = guardrailOf(templateOf({ deniedTopics })) ?? {};
    expect(Properties.TopicPolicyConfig).toEqual({
      TopicsTierConfig: { TierName: 'STANDARD' },
      TopicsConfig: [
        {
          Type: 'DENY',
          Name: 'Payroll',
          Definition: '従業員の給与に関する質問',
          Examples: ['田中さんの給料は？'],
        },
      ],
    });
  });

  test('make a new version of the guardrail', () => {
    expect(versionIdOf(templateOf({ deniedTopics }))).not.toBe(versionIdOf(templateOf()));
  });

  test('are absent unless chosen', () => {
    expect(guardrailOf(templateOf())?.Properties.TopicPolicyConfig).toBeUndefined();
  });
});

describe('a guardrail that stays in its region', () => {
  const { Properties } = guardrailOf(templateOf({ guardrailProfileId: undefined })) ?? {};

  test('filters personal data and promises nothing it cannot do in Japanese', () => {
    expect(Properties.SensitiveInformationPolicyConfig).toBeDefined();
    expect(Properties.ContentPolicyConfig).toBeUndefined();
    expect(Properties.CrossRegionConfig).toBeUndefined();
  });
});

describe('personal data', () => {
  const { Properties } = guardrailOf(templateOf()) ?? {};
  const actionOf = (type: string) =>
    Properties.SensitiveInformationPolicyConfig.PiiEntitiesConfig.find(({ Type }: { Type: string }) => Type === type);

  test.each(['AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'CREDIT_DEBIT_CARD_CVV', 'CREDIT_DEBIT_CARD_NUMBER', 'PASSWORD'])(
    '%s is blocked',
    (type) => {
      expect(actionOf(type)).toMatchObject({ Action: 'BLOCK', InputAction: 'BLOCK', OutputAction: 'BLOCK' });
    },
  );

  test.each(['EMAIL', 'PHONE'])('%s is masked', (type) => {
    expect(actionOf(type)).toMatchObject({ Action: 'ANONYMIZE', InputAction: 'ANONYMIZE', OutputAction: 'ANONYMIZE' });
  });

  test('My Number is blocked when it has separators; an account id is no My Number', () => {
    const [myNumber] = Properties.SensitiveInformationPolicyConfig.RegexesConfig;
    expect(myNumber).toMatchObject({ Name: 'MyNumber', Action: 'BLOCK' });
    expect('1234-5678-9012').toMatch(new RegExp(myNumber.Pattern));
    expect('444455556666').not.toMatch(new RegExp(myNumber.Pattern));
    // Amazon Bedrock takes no expression that looks around.
    expect(myNumber.Pattern).not.toMatch(/\(\?/);
  });
});

describe('the messages', () => {
  test.each(['en', 'ja'] as const)('are in %s and fit', (language) => {
    const { Properties } = guardrailOf(templateOf({ language })) ?? {};
    for (const message of [Properties.BlockedInputMessaging, Properties.BlockedOutputsMessaging]) {
      expect(message.length).toBeLessThanOrEqual(500);
      expect(/[\u3040-\u30ff]/.test(message)).toBe(language === 'ja');
    }
  });
});

describe('the version', () => {
  test('stays the same while the content does, in every account', () => {
    expect(versionIdOf(templateOf())).toBe(versionIdOf(templateOf()));
    expect(versionIdOf(templateOf({}, '999988887777'))).toBe(versionIdOf(templateOf()));
  });

  test.each([
    ['the messages', { language: 'en' as const }],
    ['the tier', { guardrailProfileId: undefined }],
    ['the geography', { guardrailProfileId: 'us.guardrail.v1:0' }],
  ])('is a new one when %s change', (_, change) => {
    expect(versionIdOf(templateOf(change))).not.toBe(versionIdOf(templateOf()));
  });

  test('and its guardrail are kept when they are replaced or their stack is deleted', () => {
    const template = templateOf();
    for (const type of ['AWS::Bedrock::Guardrail', 'AWS::Bedrock::GuardrailVersion']) {
      template.hasResource(type, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('says which content it has', () => {
    const template = templateOf();
    const [id = '', version] = Object.entries(template.findResources('AWS::Bedrock::GuardrailVersion'))[0] ?? [];
    const hash = /^Content ([0-9a-f]{12})$/.exec(version?.Properties.Description)?.[1];
    expect(id).toContain(`Version${hash}`);
  });
});
