import type { Rule } from '../rule';
import { bedrockGuardrailEncryptedWithCustomerKey } from './bedrock-guardrail-encrypted-with-customer-key';
import { bedrockGuardrailPromptAttackFilterHigh } from './bedrock-guardrail-prompt-attack-filter-high';
import { bedrockGuardrailSensitiveInformationFilter } from './bedrock-guardrail-sensitive-information-filter';
import { bedrockGuardrailVersionRetained } from './bedrock-guardrail-version-retained';
import { bucketPolicyDeniesInsecureTransport } from './bucket-policy-denies-insecure-transport';
import { bucketPolicyNoWildcardPrincipal } from './bucket-policy-no-wildcard-principal';
import { functionHasLogGroupWithRetention } from './function-has-log-group-with-retention';
import { guarddutyDetectorLambdaProtection } from './guardduty-detector-lambda-protection';
import { inspectorPolicyScansLambda } from './inspector-policy-scans-lambda';
import { lambdaFunctionWithoutCustomerKey } from './lambda-function-without-customer-key';
import { logGroupCustomerKey } from './log-group-customer-key';
import { logGroupRetention } from './log-group-retention';
import { organizationsPolicyStatementHasSid } from './organizations-policy-statement-has-sid';
import { organizationsPolicyWithinQuota } from './organizations-policy-within-quota';
import { permissionSetNoAdministratorWildcard } from './permission-set-no-administrator-wildcard';
import { permissionSetSessionAtMostFourHours } from './permission-set-session-at-most-four-hours';
import { permissionSetThatCreatesRolesHasBoundary } from './permission-set-that-creates-roles-has-boundary';
import { resourcePolicyNoWildcardPrincipal } from './resource-policy-no-wildcard-principal';
import { securityHubCentralConfiguration } from './security-hub-central-configuration';
import { securityHubConfigurationPolicyStandards } from './security-hub-configuration-policy-standards';
import { serviceTrustNamesSource } from './service-trust-names-source';
import { trailBucketObjectLock } from './trail-bucket-object-lock';
import { trailCoversEveryRegion } from './trail-covers-every-region';
import { trailCoversOrganization } from './trail-covers-organization';
import { trailEncryptedWithCustomerKey } from './trail-encrypted-with-customer-key';
import { trailIsLogging } from './trail-is-logging';
import { trailValidatesLogFiles } from './trail-validates-log-files';

/** The rules of our own pack, in the order of their ids. */
export const rules: readonly Rule[] = [
  bedrockGuardrailEncryptedWithCustomerKey,
  bedrockGuardrailPromptAttackFilterHigh,
  bedrockGuardrailSensitiveInformationFilter,
  bedrockGuardrailVersionRetained,
  bucketPolicyDeniesInsecureTransport,
  bucketPolicyNoWildcardPrincipal,
  functionHasLogGroupWithRetention,
  guarddutyDetectorLambdaProtection,
  inspectorPolicyScansLambda,
  lambdaFunctionWithoutCustomerKey,
  logGroupCustomerKey,
  logGroupRetention,
  organizationsPolicyStatementHasSid,
  organizationsPolicyWithinQuota,
  permissionSetNoAdministratorWildcard,
  permissionSetSessionAtMostFourHours,
  permissionSetThatCreatesRolesHasBoundary,
  resourcePolicyNoWildcardPrincipal,
  securityHubCentralConfiguration,
  securityHubConfigurationPolicyStandards,
  serviceTrustNamesSource,
  trailBucketObjectLock,
  trailCoversEveryRegion,
  trailCoversOrganization,
  trailEncryptedWithCustomerKey,
  trailIsLogging,
  trailValidatesLogFiles,
];
