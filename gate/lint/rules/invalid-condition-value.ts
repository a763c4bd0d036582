import type { Text } from '../../../policies/policy';
import { hasPlaceholder } from '../placeholder';
import type { PolicyRule } from '../rule';

const text = {
  what: (operator: string, value: string): Text => ({
    en: `${operator} cannot compare with ${value}.`,
    ja: `${operator} では ${value} と比較できません。`,
  }),
  single: (operator: string, count: number): Text => ({
    en: `${operator} takes one value, not ${count}.`,
    ja: `${operator} に書ける値は一つです（実際: ${count} 個）。`,
  }),
  why: {
    en: 'AWS refuses the policy, or the condition never matches.',
    ja: 'AWS に拒否されるか、条件が決して一致しません。',
  },
  fix: (allowed: string): Text => ({ en: `Write ${allowed}.`, ja: `書けるのは次の形です: ${allowed}` }),
  nullAllowed: 'true or false',
};

/** Each operator compares values of one type. Values with policy variables are left alone. */
export const invalidConditionValue: PolicyRule = {
  id: 'invalid-condition-value',
  title: { en: 'Every value has the type of its operator', ja: '値の型が演算子に合っている' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  *judge({ statements }) {
    for (const statement of statements) {
      for (const { operator, operatorText, key, values } of statement.conditions) {
        if (operator === undefined) continue;
        const [single, allowed] = operator === 'Null' ? [true, text.nullAllowed] : [operator.single, operator.allowed];
        const accepts = operator === 'Null' ? isBoolean : operator.accepts;
        const fix = text.fix(allowed);
        if (single && values.length > 1) {
          const what = text.single(operatorText.text, values.length);
          yield { at: key.at, statement, what, why: text.why, fix };
        }
        for (const { text: value, at } of values) {
          if (value.includes('${') || hasPlaceholder(value) || accepts(value)) continue;
          yield { at, statement, what: text.what(operatorText.text, JSON.stringify(value)), why: text.why, fix };
        }
      }
    }
  },
};

function isBoolean(value: string): boolean {
  return /^(true|false)$/i.test(value);
}
