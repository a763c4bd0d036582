import { type AssignmentTarget, accountsAt } from '../assignment-targets';
import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

/** A template holds 500 resources and 200 parameters: assignments beside one record; created groups and permission sets. */
const mostAssignments = 499;
const mostNames = 200;

/**
 * The assignments of each account fit into its stack.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const assignmentsFitTheirStack: ConfigurationRule = (organization) => {
  const accounts = accountsWithPaths(organization).map(({ name, organizationalUnit, account }) => ({
    name,
    organizationalUnit,
    tags: account?.tags,
  }));
  const adopted = Object.keys(organization.identityCenter?.existingGroups ?? {});
  const here = new Map<string, Set<string>>();
  for (const assignment of organization.identityCenter?.assignments ?? []) {
    const { group, permissionSet, accounts: targets = [] } = assignment ?? {};
    if (!group || !permissionSet) continue;
    for (const { name } of targets.flatMap((target) => accountsAt((target ?? '') as AssignmentTarget, accounts))) {
      if (name) here.set(name, (here.get(name) ?? new Set()).add(JSON.stringify([group, permissionSet])));
    }
  }
  return [...here].flatMap(([account, assignments]): Mistake[] => {
    const pairs = [...assignments].map((pair) => JSON.parse(pair) as [string, string]);
    const names = new Set(pairs.flatMap(([group, set]) => (adopted.includes(group) ? [set] : [`group ${group}`, set])));
    if (pairs.length <= mostAssignments && names.size <= mostNames) return [];
    return [
      {
        path: 'identityCenter.assignments',
        what: `gives ${pairs.length} assignments to ${account}`,
        got: undefined,
        advice: `CloudFormation takes ${mostAssignments} in a stack, of ${mostNames} created groups and permission sets together. Merge groups that may do the same`,
      },
    ];
  });
};
