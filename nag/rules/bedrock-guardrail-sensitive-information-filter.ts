import type { Rule } from '../rule';
import { isObject, known, listAt, objectAt } from '../template-value';

/** Every guardrail looks for personal data or secrets. */
export const bedrockGuardrailSensitiveInformationFilter: Rule = {
  id: 'bedrock-guardrail-sensitive-information-filter',
  severity: 'high',
  types: ['AWS::Bedrock::Guardrail'],
  text: {
    what: {
      en: 'The guardrail has no filter for sensitive information.',
      ja: 'ガードレールに機密情報のフィルターがありません。',
    },
    why: {
      en: 'Personal data, card numbers and keys in a prompt or an answer pass unchanged.',
      ja: 'プロンプトや回答に含まれる個人情報、カード番号、鍵がそのまま通過します。',
    },
    fix: {
      en: 'Name the kinds to block or mask in sensitiveInformationPolicyConfig.',
      ja: 'sensitiveInformationPolicyConfig に、遮断またはマスクする種類を指定してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html',
  judge({ properties }) {
    const policy = objectAt(properties, 'SensitiveInformationPolicyConfig');
    const filters = [...listAt(policy, 'PiiEntitiesConfig'), ...listAt(policy, 'RegexesConfig')].filter(isObject);
    const working = filters.some((filter) => known(filter, 'Action') !== 'NONE');
    return working ? 'compliant' : 'non-compliant';
  },
};
