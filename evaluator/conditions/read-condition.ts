import { asObject } from '../elements/json';
import { isVariable } from '../matching/token';
import { tokenize } from '../matching/tokenize';
import type { Problems } from '../problem';
import type { Condition } from './condition';
import type { ConditionOperator } from './operator';
import { CONDITION_OPERATORS } from './operators';

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;
const KEY = /^[^\s:]+:\S.*$/;

/**
 * Reads `Condition`: operators, each with keys, each with values. Operators are case-sensitive, keys are not. Values may
 * be texts, numbers and booleans.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function readConditions(value: unknown, variables: boolean, path: string, problems: Problems): Condition[] {
  if (value === undefined) return [];
  const operators = asObject(value);
  if (operators === undefined) {
    problems.add(path, value, 'Not an object of operators.', 'Write { "StringEquals": { "aws:…": "…" } }.');
    return [];
  }
  return Object.entries(operators).flatMap(([name, keys]) => readOperator(name, keys, variables, path, problems));
}

function readOperator(name: string, keys: unknown, variables: boolean, path: string, problems: Problems): Condition[] {
  const place = `${path}.${name}`;
  const [, set, plain = '', ifExists] = OPERATOR.exec(name) ?? [];
  const operator = CONDITION_OPERATORS.get(plain);
  const isNull = name === 'Null';
  if (operator === undefined && !isNull) {
    const remedy = 'Correct the name; it is case-sensitive. Null takes no IfExists and no set.';
    problems.add(place, keys, 'Not a condition operator.', remedy, [...CONDITION_OPERATORS.keys(), 'Null'].join(', '));
    return [];
  }
  const entries = Object.entries(asObject(keys) ?? {});
  if (entries.length === 0) {
    problems.add(place, keys, 'Names no condition key.', 'Write an object of condition keys and values.');
  }
  return entries.map(([key, values]) => {
    if (!KEY.test(key)) problems.add(`${place}.${key}`, key, 'Not a condition key.', 'Write prefix:Name.');
    const texts = readValues(values, `${place}.${key}`, problems);
    for (const { text, path: where } of texts) checkValue(text, operator, variables, where, problems);
    if ((operator?.single ?? true) && texts.length > 1) {
      problems.add(`${place}.${key}`, values, 'The operator takes exactly one value.', 'Keep one of them.');
    }
    return {
      operator,
      set: set as Condition['set'],
      ifExists: ifExists !== undefined,
      key: key.toLowerCase(),
      texts: texts.map(({ text }) => (isNull ? text.toLowerCase() : text)),
      variables,
    };
  });
}

function readValues(value: unknown, path: string, problems: Problems): { text: string; path: string }[] {
  const remedy = 'Write a text, a number, a boolean, or a list of at least one.';
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0) problems.add(path, value, 'An empty list never holds.', remedy);
  return values.flatMap((item, index) => {
    const place = Array.isArray(value) ? `${path}[${index}]` : path;
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      return [{ text: String(item), path: place }];
    }
    problems.add(place, item, 'Not a value of a condition.', remedy);
    return [];
  });
}

function checkValue(
  text: string,
  operator: ConditionOperator | undefined,
  variables: boolean,
  path: string,
  problems: Problems,
): void {
  if (operator === undefined) {
    if (!/^(true|false)$/i.test(text)) {
      problems.add(path, text, 'Null asks whether the key is absent.', 'Write true or false.', 'true, false');
    }
    return;
  }
  const { tokens, problems: found } = tokenize(text, { wildcards: false, variables: variables && operator.variables });
  for (const { message, remedy } of found) problems.add(path, text, message, remedy);
  if (found.length === 0 && !tokens.some(isVariable) && !operator.accepts(text)) {
    problems.add(path, text, `Not a value of ${operator.name}.`, 'Correct the value.', operator.allowed);
  }
}
