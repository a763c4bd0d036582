import { enableSecurityHub } from './declarative/enable-security-hub';
import { optOutOfAiServices } from './declarative/opt-out-of-ai-services';
import { scanWithInspector } from './declarative/scan-with-inspector';
import type { DeclarativePolicy, OrganizationPolicy } from './policy';
import { denyLeavingOrganization } from './service-control/deny-leaving-organization';
import { limitBedrockModels } from './service-control/limit-bedrock-models';
import { protectOrganizationTrail } from './service-control/protect-organization-trail';

/** The policies in the IAM language, in the order they are created. */
export const organizationPolicies: readonly OrganizationPolicy[] = [
  denyLeavingOrganization,
  limitBedrockModels,
  protectOrganizationTrail,
];

/** The policies that set what services do, in the order they are created. */
export const declarativePolicies: readonly DeclarativePolicy[] = [
  enableSecurityHub,
  optOutOfAiServices,
  scanWithInspector,
];
