import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** Assignments name groups and accounts of this configuration, and no group is both created and adopted. */
export const assignmentsNameWhatExists: ConfigurationRule = (organization) => {
  const { groups = [], existingGroups = {}, assignments = [] } = organization.identityCenter ?? {};
  const created = groups.flatMap((group) => (group?.name ? [group.name] : []));
  const known = [...created, ...Object.keys(existingGroups)];
  const accounts = accountsWithPaths(organization).flatMap(({ name }) => (name ? [name] : []));
  const mistakes: Mistake[] = [];
  for (const [index, name] of known.entries()) {
    if (known.indexOf(name) < index) {
      const advice = 'a group is created once or adopted once. Remove one of the two';
      mistakes.push({ path: 'identityCenter.groups', what: 'names a group twice', got: name, advice });
    }
  }
  for (const [index, assignment] of assignments.entries()) {
    const path = `identityCenter.assignments.${index}`;
    if (assignment?.group && !known.includes(assignment.group)) {
      const advice = `an assignment needs a group of this file. Use one of ${known.join(', ') || '(none yet)'}, or add the group`;
      mistakes.push({ path: `${path}.group`, what: 'is not a group of identityCenter', got: assignment.group, advice });
    }
    for (const [position, account] of (assignment?.accounts ?? []).entries()) {
      if (account !== undefined && !accounts.includes(account)) {
        const advice = `an assignment needs an account of this file. Use one of ${accounts.join(', ')}`;
        mistakes.push({ path: `${path}.accounts.${position}`, what: 'is not an account name', got: account, advice });
      }
    }
  }
  return mistakes;
};
