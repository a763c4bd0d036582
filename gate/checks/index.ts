import { assemblyHasStacks } from './assembly-has-stacks';
import { bedrockGuardedAndLogged } from './bedrock-guarded-and-logged';
import type { Check } from './check';
import { dataRetentionCoversRegions } from './data-retention-covers-regions';
import { governedRegionsCovered } from './governed-regions-covered';
import { guarddutyCoversLambdaAndAi } from './guardduty-covers-lambda-and-ai';
import { inspectorPolicyAttached } from './inspector-policy-attached';
import { managementHoldsGovernanceOnly } from './management-holds-governance-only';
import { organizationTrailInManagement } from './organization-trail-in-management';
import { policyAttachmentsWithinSlots } from './policy-attachments-within-slots';
import { referencesExist } from './references-exist';
import { securityHubCoversOrganization } from './security-hub-covers-organization';
import { stacksInKnownAccounts } from './stacks-in-known-accounts';
import { stacksProtectedFromDeletion } from './stacks-protected-from-deletion';
import { statefulResourcesRetained } from './stateful-resources-retained';
import { trailBucketInLogArchive } from './trail-bucket-in-log-archive';

/** The checks of the whole assembly, in the order of their ids. */
export const checks: readonly Check[] = [
  assemblyHasStacks,
  bedrockGuardedAndLogged,
  dataRetentionCoversRegions,
  governedRegionsCovered,
  guarddutyCoversLambdaAndAi,
  inspectorPolicyAttached,
  managementHoldsGovernanceOnly,
  organizationTrailInManagement,
  policyAttachmentsWithinSlots,
  referencesExist,
  securityHubCoversOrganization,
  stacksInKnownAccounts,
  stacksProtectedFromDeletion,
  statefulResourcesRetained,
  trailBucketInLogArchive,
];
