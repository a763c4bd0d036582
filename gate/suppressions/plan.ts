import type { ObservedRule, ObservedRules } from './observed-rules';
import type { SuppressionRule } from './suppression-rule';

/** What has to happen to one rule. */
export type RuleChange =
  | { readonly kind: 'create'; readonly rule: SuppressionRule; readonly order: number }
  | { readonly kind: 'update'; readonly rule: SuppressionRule; readonly before: ObservedRule }
  | { readonly kind: 'delete'; readonly before: ObservedRule };

/** What Security Hub takes per administrator account. */
export const maximumRules = 100;

/** Leaves room before and after for the rules of people. */
const firstOrder = 500;

/**
 * What turns the rules Security Hub has into the rules the waivers ask for: new ones, changed ones, then those whose waiver has expired or
 * is gone. Pure; empty when all is as desired. Rules of people are never in it.
 */
export function planRules(desired: readonly SuppressionRule[], { ours, takenOrders }: ObservedRules): RuleChange[] {
  const taken = new Set(takenOrders);
  const changes: RuleChange[] = [];
  for (const rule of desired) {
    const before = ours.find(({ name }) => name === rule.name);
    if (!before) changes.push({ kind: 'create', rule, order: nextOrder(taken) });
    else if (!isSame(rule, before)) changes.push({ kind: 'update', rule, before });
  }
  const wanted = new Set(desired.map(({ name }) => name));
  return [
    ...changes,
    ...ours.filter(({ name }) => !wanted.has(name)).map((before) => ({ kind: 'delete' as const, before })),
  ];
}

function nextOrder(taken: Set<number>): number {
  let order = firstOrder;
  while (taken.has(order)) order += 1;
  taken.add(order);
  return order;
}

function isSame(rule: SuppressionRule, before: ObservedRule): boolean {
  const facts = ({ description, note, control, accountIds, resourcePrefixes }: SuppressionRule) =>
    JSON.stringify([description, note, control, [...accountIds].sort(), [...resourcePrefixes].sort()]);
  return before.isEnabled && facts(rule) === facts(before);
}
