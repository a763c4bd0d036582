import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnGuardrail, CfnGuardrailVersion } from 'aws-cdk-lib/aws-bedrock';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { md5hash } from 'aws-cdk-lib/core/lib/helpers-internal';
import { Construct } from 'constructs';
import type { Language } from './localized-text';

export interface BedrockGuardrailProps {
  readonly name: string;
  readonly encryptionKey: IKey;
  /** Language of the messages people see when something is blocked. */
  readonly language: Language;
  /**
   * Guardrail profile of the geography, such as `apac.guardrail.v1:0`: text is checked in its regions.
   * @default the text stays in the region, and only personal data is filtered
   */
  readonly guardrailProfileId?: string;
  /** What nobody may ask about or be told. Needs a guardrail profile. @default nothing */
  readonly deniedTopics?: readonly DeniedTopic[];
}

/** A subject the organization keeps out of prompts and answers. */
export interface DeniedTopic {
  /** Latin letters and digits; it is in the audit records of who was blocked. */
  readonly name: string;
  readonly definition: string;
  readonly examples?: readonly string[];
}

const messages = {
  en: {
    input: 'This request cannot be answered: it contains something the organization does not allow in prompts.',
    output: 'The answer was withheld: it contains something the organization does not allow in answers.',
  },
  ja: {
    input: 'この依頼には、組織のルールで入力が認められていない内容が含まれているため、お答えできません。',
    output: '回答に、組織のルールで出力が認められていない内容が含まれていたため、表示できません。',
  },
} as const;

const harmfulContent = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'];

/**
 * What may not pass between people and a model, in two parts: the guardrail, and a numbered version of it that callers name.
 *
 * With a guardrail profile it filters harmful content, prompt attacks and denied topics with the STANDARD tier, the only one that
 * understands Japanese, at the highest strength: `ishizue guardrail test` shows what that costs in harmless prompts. Personal data is filtered either way. A change makes a new version and keeps the old one, because a version that is
 * deleted while a caller or an enforcement names it stops every call; so the guardrail itself is retained as well. Only a
 * deployment that fails takes back what it has just made.
 *
 * Billed per 1,000 characters and policy: about $0.15 for content filters, $0.15 for denied topics, $0.10 for personal data, per 1,000
 * text units.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-components.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-supported-languages.html
 */
export class BedrockGuardrail extends Construct {
  readonly guardrailArn: string;
  readonly guardrailId: string;
  /** Number of the version that callers name. */
  readonly version: string;

  constructor(scope: Construct, id: string, props: BedrockGuardrailProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const profileId = props.guardrailProfileId;
    const content = {
      name: props.name,
      description: 'Prompts and answers of this account and region',
      blockedInputMessaging: messages[props.language].input,
      blockedOutputsMessaging: messages[props.language].output,
      sensitiveInformationPolicyConfig: personalData(),
      ...(profileId && {
        contentPolicyConfig: contentFilters(),
        ...(props.deniedTopics?.length && { topicPolicyConfig: deniedTopics(props.deniedTopics) }),
        crossRegionConfig: {
          guardrailProfileArn: `arn:${partition}:bedrock:${region}:${account}:guardrail-profile/${profileId}`,
        },
      }),
    };
    const guardrail = new CfnGuardrail(this, 'Guardrail', { ...content, kmsKeyArn: props.encryptionKey.keyArn });
    guardrail.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

    const { crossRegionConfig: _, ...words } = content;
    const contentHash = md5hash(JSON.stringify({ ...words, profileId })).slice(0, 12);
    const version = new CfnGuardrailVersion(this, `Version${contentHash}`, {
      guardrailIdentifier: guardrail.attrGuardrailId,
      description: `Content ${contentHash}`,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

    this.guardrailArn = guardrail.attrGuardrailArn;
    this.guardrailId = guardrail.attrGuardrailId;
    this.version = version.attrVersion;
  }
}

function contentFilters(): CfnGuardrail.ContentPolicyConfigProperty {
  return {
    contentFiltersTierConfig: { tierName: 'STANDARD' },
    filtersConfig: [
      ...harmfulContent.map((type) => ({ type, inputStrength: 'HIGH', outputStrength: 'HIGH' })),
      // HIGH is also what GuardDuty needs to report attacks; answers cannot be prompt attacks.
      { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' },
    ],
  };
}

function deniedTopics(topics: readonly DeniedTopic[]): CfnGuardrail.TopicPolicyConfigProperty {
  return {
    topicsTierConfig: { tierName: 'STANDARD' },
    topicsConfig: topics.map(({ name, definition, examples }) => ({
      type: 'DENY',
      name,
      definition,
      ...(examples?.length && { examples: [...examples] }),
    })),
  };
}

function personalData(): CfnGuardrail.SensitiveInformationPolicyConfigProperty {
  const filter = (type: string, action: 'BLOCK' | 'ANONYMIZE') => ({
    type,
    action,
    inputAction: action,
    outputAction: action,
    inputEnabled: true,
    outputEnabled: true,
  });
  return {
    piiEntitiesConfig: [
      filter('AWS_ACCESS_KEY', 'BLOCK'),
      filter('AWS_SECRET_KEY', 'BLOCK'),
      filter('CREDIT_DEBIT_CARD_CVV', 'BLOCK'),
      filter('CREDIT_DEBIT_CARD_NUMBER', 'BLOCK'),
      filter('EMAIL', 'ANONYMIZE'),
      filter('PASSWORD', 'BLOCK'),
      filter('PHONE', 'ANONYMIZE'),
    ],
    regexesConfig: [
      {
        name: 'MyNumber',
        description: 'Japanese individual number, written with separators',
        // Separators are required: twelve digits in a row are an AWS account id as well.
        pattern: '[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}',
        action: 'BLOCK',
        inputAction: 'BLOCK',
        outputAction: 'BLOCK',
        inputEnabled: true,
        outputEnabled: true,
      },
    ],
  };
}
