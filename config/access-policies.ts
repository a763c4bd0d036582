/**
 * The ids of the access policies, which `rollout.policies` names. A test compares them with the files of policies/service-control/ and
 * policies/resource-control/.
 */
export const accessPolicies: readonly string[] = [
  'deny-bedrock-api-keys',
  'deny-bedrock-side-doors',
  'deny-global-inference',
  'deny-iam-users-and-access-keys',
  'deny-leaving-organization',
  'deny-priority-tier',
  'deny-root-user',
  'limit-bedrock-models',
  'limit-model-agreements',
  'limit-regions',
  'limit-to-organization-principals',
  'protect-baseline-roles',
  'protect-baseline-stacks',
  'protect-bedrock-evidence',
  'protect-organization-trail',
  'protect-security-services',
  'protect-zero-data-retention',
  'quarantine-suspended-accounts',
  'require-guardrail',
  'require-permissions-boundary',
  'require-tls',
];
