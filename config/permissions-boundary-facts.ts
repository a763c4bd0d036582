import type { PermissionsBoundaryFacts } from '../policies/permissions-boundary';
import { namesOf } from './names';
import type { Organization } from './resolve-organization';

/** What the permissions boundary of an account depends on. @param accountId the first workload account, unless given */
export function permissionsBoundaryFactsOf(
  organization: Organization,
  accountId = (organization.accounts.workloads[0] as { id: string }).id,
): PermissionsBoundaryFacts {
  const { partition, governedRegions, bedrock, accounts, services, organizationGuardrail } = organization;
  const names = namesOf(organization);
  return {
    partition,
    accountId,
    governedRegions,
    inferenceProfiles: bedrock.inferenceProfiles,
    ...(organizationGuardrail ? { guardrailAccountId: accounts.management.id } : {}),
    ...(services.privateNetwork ? { privateNetwork: { posterFunction: names.assistantPoster } } : {}),
    permissionsBoundary: names.permissionsBoundary,
  };
}
