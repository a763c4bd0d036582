/**
 * Where a permission set is assigned: one account by its name, every account of an organizational unit, or every account with a tag.
 * The last two include accounts that are added later.
 */
export type AssignmentTarget =
  | string
  | { readonly organizationalUnit: string }
  | { readonly tag: string; readonly value: string };

/** What a target looks at. */
export interface AssignableAccount {
  readonly name?: string | undefined;
  readonly organizationalUnit?: string | undefined;
  readonly tags?: { readonly [tag: string]: string | undefined } | undefined;
}

/** The accounts a target stands for, in the order they are given. */
export function accountsAt<Account extends AssignableAccount>(
  target: AssignmentTarget,
  accounts: readonly Account[],
): readonly Account[] {
  if (typeof target === 'string') return accounts.filter(({ name }) => name === target);
  if ('tag' in target) return accounts.filter(({ tags }) => tags?.[target.tag] === target.value);
  return accounts.filter(({ organizationalUnit }) => organizationalUnit === target.organizationalUnit);
}
