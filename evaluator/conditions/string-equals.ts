import { Template } from '../matching/template';
import { isVariable, type Token } from '../matching/token';
import { tokenize } from '../matching/tokenize';
import type { KeySlots } from '../request/slot-value';
import type { ConditionOperator, ValueTest } from './operator';
import { PatternTest } from './pattern-test';

/**
 * `StringEquals`, `StringNotEquals`: the whole text, case-sensitive. `*` and `?` are ordinary characters.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const stringEquals: ConditionOperator = {
  name: 'StringEquals',
  negated: false,
  variables: true,
  single: false,
  allowed: 'a text',
  accepts: () => true,
  bind: (texts, variables, keys) => bindTexts(texts, variables, keys, false),
};

export const stringNotEquals: ConditionOperator = { ...stringEquals, name: 'StringNotEquals', negated: true };

/** Whole texts: a set where no variable stands in them, else templates. */
export function bindTexts(
  texts: readonly string[],
  variables: boolean,
  keys: KeySlots,
  ignoreCase: boolean,
): ValueTest {
  const all = texts.map((text) => tokenize(text, { wildcards: false, variables }).tokens.map(lower(ignoreCase)));
  if (all.some((tokens) => tokens.some(isVariable))) {
    const test = new PatternTest(all.map((tokens) => new Template(tokens, keys, ignoreCase)));
    if (!ignoreCase) return test;
    return { slots: test.slots, test: (value, values) => test.test(value.toLowerCase(), values) };
  }
  const literals = new Set(all.map((tokens) => tokens.join('')));
  const [only] = literals;
  if (ignoreCase) return { slots: [], test: (value) => literals.has(value.toLowerCase()) };
  if (literals.size === 1) return { slots: [], test: (value) => value === only };
  return { slots: [], test: (value) => literals.has(value) };
}

function lower(ignoreCase: boolean): (token: Token) => Token {
  return (token) => (ignoreCase && typeof token === 'string' ? token.toLowerCase() : token);
}
