import type { Organization } from '../config/resolve-organization';
import type { Place } from './setting';

/** The place of a stack: its account and region in its organization. */
export function placeOf(organization: Organization, env: { account: string; region: string }): Place {
  return {
    partition: organization.partition,
    accountId: env.account,
    region: env.region,
    managementAccountId: organization.accounts.management.id,
    organizationId: organization.organizationId,
  };
}
