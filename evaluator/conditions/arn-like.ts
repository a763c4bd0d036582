import { ARN_SEGMENTS, ArnPattern, countSegments } from '../matching/arn-pattern';
import { tokenize } from '../matching/tokenize';
import type { ConditionOperator } from './operator';
import { PatternTest } from './pattern-test';

/**
 * `ArnLike`, `ArnEquals` and their negations; AWS says that the two behave identically. Each of the six colon-delimited
 * components is matched on its own, with `*` and `?`, case-sensitive.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnLike: ConditionOperator = {
  name: 'ArnLike',
  negated: false,
  variables: true,
  single: false,
  allowed: 'an ARN of six components, with * and ? as wildcards, or *',
  accepts: (text) => text === '*' || componentsOf(text) === ARN_SEGMENTS,
  bind: (texts, variables, keys) =>
    new PatternTest(texts.map((text) => new ArnPattern(tokenize(text, { wildcards: true, variables }).tokens, keys))),
};

export const arnEquals: ConditionOperator = { ...arnLike, name: 'ArnEquals' };
export const arnNotLike: ConditionOperator = { ...arnLike, name: 'ArnNotLike', negated: true };
export const arnNotEquals: ConditionOperator = { ...arnLike, name: 'ArnNotEquals', negated: true };

function componentsOf(text: string): number {
  return text.startsWith('arn:') ? countSegments([text]) : 0;
}
