import type { ConditionOperator } from './operator';
import { bindTexts, stringEquals } from './string-equals';

/**
 * `StringEqualsIgnoreCase`, `StringNotEqualsIgnoreCase`: the whole text, whatever the case of its letters.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const stringEqualsIgnoreCase: ConditionOperator = {
  ...stringEquals,
  name: 'StringEqualsIgnoreCase',
  bind: (texts, variables, keys) => bindTexts(texts, variables, keys, true),
};

export const stringNotEqualsIgnoreCase: ConditionOperator = {
  ...stringEqualsIgnoreCase,
  name: 'StringNotEqualsIgnoreCase',
  negated: true,
};
