import { permissionSets } from '../policies/permission-sets';
import type { ExplainOptions } from './explain-options';
import { nameOfManagedPolicy } from './managed-policy';
import { baselineRoles } from './principals/baseline-role-principal';

/** Options that would be ignored: whoever gave them expects that they count. */
export function optionConflicts(options: ExplainOptions, managedPolicies: Iterable<string>): readonly string[] {
  const { as, region, allowEverything, identityPolicy, managedPolicy } = options;
  const names: readonly string[] = baselineRoles;
  const replaced = [
    ...(identityPolicy === undefined ? [] : ['--identity-policy']),
    ...(managedPolicy === undefined ? [] : ['--managed-policy']),
  ];
  return [
    ...(allowEverything === true
      ? replaced.map((option) => `--allow-everything and ${option} exclude each other. Leave one of them out`)
      : []),
    ...(region !== undefined && as !== undefined && !names.includes(as)
      ? [
          `--region ${region}: only ${names.join(', ')} are regional. Give the region of a request with --context aws:RequestedRegion=${region}`,
        ]
      : []),
    ...(allowEverything === true ? [] : notAttached(as, managedPolicies)),
  ];
}

function notAttached(as: string | undefined, managedPolicies: Iterable<string>): readonly string[] {
  const set = permissionSets.find(({ name }) => name === as);
  const attached = (set?.managedPolicies ?? []).map(nameOfManagedPolicy);
  const remedy = attached.length === 0 ? 'Use --identity-policy' : `Use one of ${attached.join(', ')}`;
  return [...managedPolicies]
    .filter((name) => as !== undefined && !attached.includes(name))
    .map((name) => `--managed-policy ${name}: not attached to ${as}. ${remedy}`);
}
