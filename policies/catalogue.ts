import { blockPublicS3Access } from './declarative/block-public-s3-access';
import { enableSecurityHub } from './declarative/enable-security-hub';
import { enforceOrganizationGuardrail } from './declarative/enforce-organization-guardrail';
import { hardenEc2 } from './declarative/harden-ec2';
import { optOutOfAiServices } from './declarative/opt-out-of-ai-services';
import { scanWithInspector } from './declarative/scan-with-inspector';
import { standardizeTags } from './declarative/standardize-tags';
import type { DeclarativePolicy, OrganizationPolicy } from './policy';
import { limitToOrganizationPrincipals } from './resource-control/limit-to-organization-principals';
import { requireTls } from './resource-control/require-tls';
import { denyBedrockApiKeys } from './service-control/deny-bedrock-api-keys';
import { denyBedrockSideDoors } from './service-control/deny-bedrock-side-doors';
import { denyGlobalInference } from './service-control/deny-global-inference';
import { denyIamUsersAndAccessKeys } from './service-control/deny-iam-users-and-access-keys';
import { denyLeavingOrganization } from './service-control/deny-leaving-organization';
import { denyPriorityTier } from './service-control/deny-priority-tier';
import { denyRootUser } from './service-control/deny-root-user';
import { limitBedrockModels } from './service-control/limit-bedrock-models';
import { limitModelAgreements } from './service-control/limit-model-agreements';
import { limitRegions } from './service-control/limit-regions';
import { protectBaselineRoles } from './service-control/protect-baseline-roles';
import { protectBaselineStacks } from './service-control/protect-baseline-stacks';
import { protectBedrockEvidence } from './service-control/protect-bedrock-evidence';
import { protectOrganizationTrail } from './service-control/protect-organization-trail';
import { protectSecurityServices } from './service-control/protect-security-services';
import { protectZeroDataRetention } from './service-control/protect-zero-data-retention';
import { quarantineSuspendedAccounts } from './service-control/quarantine-suspended-accounts';
import { requireGuardrail } from './service-control/require-guardrail';
import { requirePermissionsBoundary } from './service-control/require-permissions-boundary';

/** The policies in the IAM language, in the order they are created. */
export const organizationPolicies: readonly OrganizationPolicy[] = [
  denyBedrockApiKeys,
  denyBedrockSideDoors,
  denyGlobalInference,
  denyIamUsersAndAccessKeys,
  denyLeavingOrganization,
  denyPriorityTier,
  denyRootUser,
  limitBedrockModels,
  limitModelAgreements,
  limitRegions,
  protectBaselineRoles,
  protectBaselineStacks,
  protectBedrockEvidence,
  protectOrganizationTrail,
  protectSecurityServices,
  protectZeroDataRetention,
  quarantineSuspendedAccounts,
  requireGuardrail,
  requirePermissionsBoundary,
  limitToOrganizationPrincipals,
  requireTls,
];

/** The policies that set what services do, in the order they are created. */
export const declarativePolicies: readonly DeclarativePolicy[] = [
  blockPublicS3Access,
  enableSecurityHub,
  enforceOrganizationGuardrail,
  hardenEc2,
  optOutOfAiServices,
  scanWithInspector,
  standardizeTags,
];
