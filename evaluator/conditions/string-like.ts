import { bindPattern } from '../matching/bind-pattern';
import { tokenize } from '../matching/tokenize';
import type { ConditionOperator } from './operator';
import { PatternTest } from './pattern-test';

/**
 * `StringLike`, `StringNotLike`: case-sensitive, with `*` for any text and `?` for one character, anywhere.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const stringLike: ConditionOperator = {
  name: 'StringLike',
  negated: false,
  variables: true,
  single: false,
  allowed: 'a text, with * and ? as wildcards',
  accepts: () => true,
  bind: (texts, variables, keys) =>
    new PatternTest(texts.map((text) => bindPattern(tokenize(text, { wildcards: true, variables }).tokens, keys))),
};

export const stringNotLike: ConditionOperator = { ...stringLike, name: 'StringNotLike', negated: true };
