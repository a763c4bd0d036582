import type { Rule } from '../rule';
import { isObject, known, listAt, objectAt } from '../template-value';

/** Every guardrail filters prompt attacks as strictly as Bedrock can. */
export const bedrockGuardrailPromptAttackFilterHigh: Rule = {
  id: 'bedrock-guardrail-prompt-attack-filter-high',
  severity: 'high',
  types: ['AWS::Bedrock::Guardrail'],
  text: {
    what: {
      en: 'The guardrail does not filter prompt attacks at strength HIGH.',
      ja: 'ガードレールがプロンプト攻撃を強度 HIGH で検査していません。',
    },
    why: {
      en: 'A jailbreak or an injected instruction can turn the model against its own rules, and GuardDuty AI Protection reports prompt injection only where this filter runs.',
      ja: '脱獄や指示の注入によってモデルが本来の規則に反する動作をするおそれがあり、GuardDuty AI Protection もこのフィルターがある場合にしかプロンプトインジェクションを報告しません。',
    },
    fix: {
      en: 'Add a filter of type PROMPT_ATTACK with inputStrength HIGH to contentPolicyConfig.',
      ja: 'contentPolicyConfig に type PROMPT_ATTACK、inputStrength HIGH のフィルターを追加してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html',
  judge({ properties }) {
    const filters = listAt(objectAt(properties, 'ContentPolicyConfig'), 'FiltersConfig').filter(isObject);
    const promptAttack = filters.find((filter) => known(filter, 'Type') === 'PROMPT_ATTACK');
    if (!promptAttack) return 'non-compliant';
    const switchedOff = known(promptAttack, 'InputEnabled') === false || known(promptAttack, 'InputAction') === 'NONE';
    return known(promptAttack, 'InputStrength') === 'HIGH' && !switchedOff ? 'compliant' : 'non-compliant';
  },
};
