import type { ConditionOperator } from './operator';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/**
 * `BinaryEquals`: the same bytes. Both the policy's and the request's value are base64, with or without padding.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const binaryEquals: ConditionOperator = {
  name: 'BinaryEquals',
  negated: false,
  variables: false,
  single: false,
  allowed: 'base64',
  accepts: (text) => BASE64.test(text),
  bind: (texts) => {
    const bytes = new Set(texts.map(withoutPadding));
    return {
      slots: [],
      test: (value) => (BASE64.test(value) ? bytes.has(withoutPadding(value)) : undefined),
    };
  },
};

function withoutPadding(text: string): string {
  return text.replace(/=+$/, '');
}
