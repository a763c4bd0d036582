import type { Rule } from '../rule';
import { isOn, listAt, objectAt, textOf } from '../template-value';

const requiredStandards = ['aws-foundational-security-best-practices', 'ai-security-best-practices'];

/** Every Security Hub configuration policy enables the foundational and the AI standard. */
export const securityHubConfigurationPolicyStandards: Rule = {
  id: 'security-hub-configuration-policy-standards',
  severity: 'high',
  types: ['AWS::SecurityHub::ConfigurationPolicy'],
  text: {
    what: {
      en: 'The configuration policy leaves out a standard.',
      ja: '設定ポリシーに有効でない標準があります。',
    },
    why: {
      en: 'The foundational standard finds what any account gets wrong; the AI standard is not enabled by default and looks at Bedrock, AgentCore and SageMaker.',
      ja: '基礎標準はどのアカウントにも起こる誤りを見つけます。AI の標準は既定では無効で、Bedrock、AgentCore、SageMaker を検査します。',
    },
    fix: {
      en: 'Set ServiceEnabled and name both standards in EnabledStandardIdentifiers.',
      ja: 'ServiceEnabled を有効にし、EnabledStandardIdentifiers に両方の標準を指定してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html',
  judge({ properties }) {
    const policy = objectAt(objectAt(properties, 'ConfigurationPolicy'), 'SecurityHub');
    if (!isOn(policy, 'ServiceEnabled')) return ['ServiceEnabled'];
    const enabled = listAt(policy, 'EnabledStandardIdentifiers').map(textOf);
    return requiredStandards.filter((standard) => !enabled.some((arn) => arn.includes(`standards/${standard}/`)));
  },
};
