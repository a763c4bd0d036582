import type { DeepPartial } from '../find-mistakes';
import type { Mistake } from '../mistakes';
import type { OrganizationInput } from '../organization-schema';

/**
 * A rule between fields. It sees only fields that are right by themselves; what is absent was reported already, and the
 * rule says nothing about it.
 */
export type ConfigurationRule = (organization: DeepPartial<OrganizationInput>) => Mistake[];

/** The accounts of a configuration with the path of each, workloads last. The management account has no organizational unit. */
export function accountsWithPaths(organization: DeepPartial<OrganizationInput>) {
  const { management, logArchive, audit, workloads = [] } = organization.accounts ?? {};
  return [
    { path: 'accounts.management', name: 'management', account: management, organizationalUnit: undefined },
    {
      path: 'accounts.logArchive',
      name: 'log-archive',
      account: logArchive,
      organizationalUnit: logArchive?.organizationalUnit,
    },
    { path: 'accounts.audit', name: 'audit', account: audit, organizationalUnit: audit?.organizationalUnit },
    ...workloads.map((workload, index) => ({
      path: `accounts.workloads.${index}`,
      name: workload?.name,
      account: workload,
      organizationalUnit: workload?.organizationalUnit,
    })),
  ];
}
