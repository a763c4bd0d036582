import type { ConditionUnderLint, PolicyUnderLint, StatementUnderLint } from './policy-under-lint';
import { type ActionFacts, globOf, type ServiceReference } from './service-reference';

/** The known actions a statement names, and whether it names more than can be listed (`*` or `NotAction`). */
export interface NamedActions {
  readonly actions: readonly ActionFacts[];
  readonly open: boolean;
}

export function namedActions(statement: StatementUnderLint, reference: ServiceReference): NamedActions {
  const open = statement.exceptActions || statement.actions.some(({ text }) => isEveryAction(text));
  if (open) return { actions: [], open };
  const found = new Map<string, ActionFacts>();
  for (const { text } of statement.actions) {
    for (const action of reference.actionsMatching(text)) found.set(action.name, action);
  }
  return { actions: [...found.values()], open };
}

/** `*` and `*:*` mean every action of every service. */
export function isEveryAction(text: string): boolean {
  return text === '*' || text === '*:*';
}

/** Whether a statement speaks of an action given without wildcards. */
export function speaksOf(statement: StatementUnderLint, action: string): boolean {
  const named = statement.actions.some(({ text }) => isEveryAction(text) || globOf(text).matches(action.toLowerCase()));
  return named !== statement.exceptActions;
}

/** Whether a statement names an action in full, not by a pattern. */
export function isWritten({ actions }: StatementUnderLint, action: string): boolean {
  return actions.some(({ text }) => text.toLowerCase() === action.toLowerCase());
}

/** Whether a statement denies the action, whatever else it asks for. */
export function denies(statement: StatementUnderLint, action: string): boolean {
  return statement.effect === 'Deny' && speaksOf(statement, action);
}

/**
 * Whether a condition holds for a request without its key: negated operators, `IfExists` and `ForAllValues` do.
 * `IfExists` changes nothing for a negated operator.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holdsWithoutKey(condition: ConditionUnderLint): boolean {
  if (condition.operator === 'Null') return asksForAbsence(condition);
  if (condition.set === 'ForAllValues' || condition.ifExists) return true;
  return condition.set === undefined && isNegated(condition);
}

export function isNegated({ operator }: ConditionUnderLint): boolean {
  return typeof operator === 'object' && operator.negated;
}

/** `"Null": {"key": "true"}`. */
export function asksForAbsence({ operator, values }: ConditionUnderLint): boolean {
  return operator === 'Null' && values.some(({ text }) => text.toLowerCase() === 'true');
}

/** `"Null": {"key": "false"}`: the statement speaks only of requests that have one of the keys. */
export function asksForPresence(statement: StatementUnderLint, ...keys: readonly string[]): boolean {
  return statement.conditions.some(
    (condition) =>
      condition.operator === 'Null' &&
      !asksForAbsence(condition) &&
      keys.some((key) => key.toLowerCase() === condition.key.text.toLowerCase()),
  );
}

/** The conditions of a statement on one of the keys. */
export function conditionsOn(statement: StatementUnderLint, ...keys: readonly string[]): readonly ConditionUnderLint[] {
  const names = keys.map((key) => key.toLowerCase());
  return statement.conditions.filter(({ key }) => names.includes(key.text.toLowerCase()));
}

/** How people find a statement: its Sid, else its number. */
export function nameOf({ sid, index }: StatementUnderLint): string {
  return sid !== undefined && sid.text !== '' ? sid.text : `Statement[${index}]`;
}

/** The statements before and after one, in the order of the policy. */
export function siblingsOf(statement: StatementUnderLint, policy: PolicyUnderLint): readonly StatementUnderLint[] {
  return policy.statements.filter((other) => other !== statement);
}

/** `a, b and 3 more`, for lists in a finding. */
export function shortList(items: readonly string[], most = 3): { en: string; ja: string } {
  const shown = items.slice(0, most).join(', ');
  const more = items.length - most;
  if (more <= 0) return { en: shown, ja: items.slice(0, most).join('、') };
  return { en: `${shown} and ${more} more`, ja: `${items.slice(0, most).join('、')} ほか ${more} 件` };
}
