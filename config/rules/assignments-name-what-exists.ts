import type { DeepPartial } from '../find-mistakes';
import type { Mistake } from '../mistakes';
import type { OrganizationInput } from '../organization-schema';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** Assignments name groups, accounts, units and tags of this configuration, and no group is both created and adopted. */
export const assignmentsNameWhatExists: ConfigurationRule = (organization) => {
  const { groups = [], existingGroups = {}, assignments = [] } = organization.identityCenter ?? {};
  const created = groups.flatMap((group) => (group?.name ? [group.name] : []));
  const known = [...created, ...Object.keys(existingGroups)];
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
    for (const [position, target] of (assignment?.accounts ?? []).entries()) {
      mistakes.push(...mistakesOfTarget(target, `${path}.accounts.${position}`, organization));
    }
  }
  return mistakes;
};

type Organization = DeepPartial<OrganizationInput>;
type Targets = NonNullable<NonNullable<NonNullable<Organization['identityCenter']>['assignments']>[number]>['accounts'];

function mistakesOfTarget(target: NonNullable<Targets>[number], path: string, organization: Organization): Mistake[] {
  const accounts = accountsWithPaths(organization);
  if (target === undefined) return [];
  if (typeof target === 'string') {
    const names = accounts.flatMap(({ name }) => (name ? [name] : []));
    const advice = `an assignment needs an account of this file. Use one of ${names.join(', ')}`;
    return names.includes(target) ? [] : [{ path, what: 'is not an account name', got: target, advice }];
  }
  if ('organizationalUnit' in target) {
    const units = (organization.organizationalUnits ?? []).flatMap((unit) => (unit?.name ? [unit.name] : []));
    const got = target.organizationalUnit;
    const advice = `an assignment needs a unit of this file. Use one of ${units.join(', ')}`;
    return got === undefined || units.includes(got)
      ? []
      : [{ path: `${path}.organizationalUnit`, what: 'is not an organizational unit of this file', got, advice }];
  }
  const { tag, value } = 'tag' in target ? target : {};
  if (tag === undefined || value === undefined) return [];
  const tags = accounts.flatMap(({ account }) => Object.entries(account?.tags ?? {}));
  if (tags.some(([name, text]) => name === tag && text === value)) return [];
  const known = [...new Set(tags.map(([name, text]) => `${name}=${text}`))].sort();
  const advice = `the assignment would give nobody anything. Use one of ${known.join(', ') || '(no account has tags yet)'}, or add the tag to an account`;
  return [{ path, what: 'is a tag no account has', got: `${tag}=${value}`, advice }];
}
