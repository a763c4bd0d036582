import { orderedOperators } from './ordered';

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * `NumericEquals` and its five siblings: an integer or decimal number.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export const numericOperators = orderedOperators('Numeric', 'a number such as 10 or 0.5', (text) =>
  DECIMAL.test(text) ? Number(text) : undefined,
);
