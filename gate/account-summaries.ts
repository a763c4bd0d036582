import { everyAccount, type Organization } from '../config/resolve-organization';
import { type AssembledStack, type Assembly, compare } from './assembly';
import { declaredSettings } from './declared-settings';
import type { AccountSummary, PackSummary, StackSummary } from './gate-report';
import type { Tallies } from './tallies';

/** What each account receives and what each family of checks says about it; accounts the organization does not know come last. */
export function summarizeAccounts(
  organization: Organization,
  { stacks }: Assembly,
  packs: readonly PackSummary[],
  tallies: Tallies,
): AccountSummary[] {
  const known = everyAccount(organization).map(({ id, name }) => ({ id, name }));
  const strangers = [...new Set(stacks.map(({ account }) => account))]
    .filter((id) => !known.some((account) => account.id === id))
    .map((id) => ({ id, name: id }));
  return [...known, ...strangers].map(({ id, name }) => {
    const own = stacks.filter(({ account }) => account === id);
    const ids = own.map((stack) => stack.id);
    return {
      name,
      id,
      stacks: own.map(summarizeStack),
      packs: Object.fromEntries(packs.map(({ pack }) => [pack, tallies.ofStacks(pack, ids)])),
    };
  });
}

function summarizeStack(stack: AssembledStack): StackSummary {
  const { id, region, template, resources } = stack;
  const types = Object.values(resources).map(({ Type }) => Type);
  const counts = [...new Set(types)]
    .sort(compare)
    .map((type) => [type, types.filter((other) => other === type).length] as const);
  return {
    id,
    region,
    ...(typeof template.Description === 'string' ? { description: template.Description } : {}),
    resources: types.length,
    types: Object.fromEntries(counts),
    settings: declaredSettings(stack).map(({ name }) => name),
  };
}
