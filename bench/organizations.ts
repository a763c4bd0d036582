import example from '../config/organization';
import type { OrganizationInput } from '../config/organization-schema';

/** The example organization with `count` workload accounts, each like the first. */
export function organizationOf(count: number): OrganizationInput {
  const [first] = example.accounts.workloads;
  if (!first) throw new Error('the example organization has no workload account');
  const workloads = Array.from({ length: count }, (_, index) => ({
    ...first,
    name: index === 0 ? first.name : `workload-${String(index).padStart(3, '0')}`,
    id: index === 0 ? first.id : String(500_000_000_000 + index),
    email: index === 0 ? first.email : `workload-${index}@example.com`,
    // One assistant for the organization, whatever the number of accounts.
    slack: index === 0 ? first.slack : undefined,
  }));
  return { ...example, accounts: { ...example.accounts, workloads } };
}
