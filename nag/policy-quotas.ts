/**
 * How many characters AWS Organizations stores for a policy, by type.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const quotas: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: 10_240,
  RESOURCE_CONTROL_POLICY: 5_120,
  AISERVICES_OPT_OUT_POLICY: 2_500,
};

const declarativePolicyQuota = 10_000;

export function maximumPolicyCharacters(type: string): number {
  return quotas[type] ?? declarativePolicyQuota;
}
