import { Template } from '../matching/template';
import { isVariable } from '../matching/token';
import { tokenize } from '../matching/tokenize';
import type { ConditionOperator } from './operator';

/**
 * `Bool`: true or false, whatever the case of the letters.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const bool: ConditionOperator = {
  name: 'Bool',
  negated: false,
  variables: true,
  single: true,
  allowed: 'true or false',
  accepts: isBoolean,
  bind: (texts, variables, keys) => {
    const text = (texts[0] ?? '').toLowerCase();
    const { tokens } = tokenize(text, { wildcards: false, variables });
    if (!tokens.some(isVariable)) {
      return {
        slots: [],
        test: (value) => (isBoolean(value) ? value.toLowerCase() === text : undefined),
      };
    }
    const template = new Template(tokens, keys, true);
    return {
      slots: template.slots,
      test: (value, values) =>
        isBoolean(value) ? template.match(value.toLowerCase(), 0, value.length, values) : undefined,
    };
  },
};

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false' || /^(true|false)$/i.test(text);
}
