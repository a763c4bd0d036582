import { type AccountKind, accountKindOf } from '../account-kinds';
import { type AssignmentTarget, accountsAt } from '../assignment-targets';
import type { Mistake } from '../mistakes';
import { permissionSetAccounts } from '../permission-set-accounts';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** No permission set is assigned outside the accounts it was written for, by name, unit or tag; nothing is narrowed silently. */
export const assignmentsStayWhereAllowed: ConfigurationRule = (organization) => {
  const accounts = accountsWithPaths(organization).map(({ name, organizationalUnit, account }) => ({
    name,
    organizationalUnit,
    tags: account?.tags,
  }));
  const mistakes: Mistake[] = [];
  for (const [index, assignment] of (organization.identityCenter?.assignments ?? []).entries()) {
    if (!assignment?.permissionSet) continue;
    const allowed: readonly AccountKind[] = permissionSetAccounts[assignment.permissionSet];
    for (const [position, target] of (assignment.accounts ?? []).entries()) {
      if (target === undefined) continue;
      // What a faulty field left out matches no account.
      const outside = accountsAt(target as AssignmentTarget, accounts)
        .flatMap(({ name }) => (name === undefined ? [] : [name]))
        .filter((name) => !allowed.includes(accountKindOf(name)));
      if (outside.length === 0) continue;
      mistakes.push({
        path: `identityCenter.assignments.${index}.accounts.${position}`,
        what: `takes ${assignment.permissionSet} to ${outside.join(', ')}, where it may not go`,
        got: target,
        advice: `it may be assigned in accounts of the kind ${allowed.join(', ')}. ${adviceFor(outside, allowed)}`,
      });
    }
  }
  return mistakes;
};

function adviceFor(outside: readonly string[], allowed: readonly AccountKind[]): string {
  if (outside.includes('management')) {
    return 'The management account has permission sets of its own: management-auditor, management-deployer, billing-viewer and break-glass-management';
  }
  return allowed.includes('management')
    ? 'Use the permission set of the same job for member accounts'
    : 'Name the accounts it is for, or use another permission set';
}
