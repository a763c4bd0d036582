import type { DeclarativePolicy, DeclarativePolicyType, OrganizationPolicy, PolicyFacts } from './policy';

/** AWS's names of the types in the IAM language. */
export const accessPolicyTypes = {
  'service-control-policy': 'SERVICE_CONTROL_POLICY',
  'resource-control-policy': 'RESOURCE_CONTROL_POLICY',
} as const satisfies Record<OrganizationPolicy['kind'], string>;

export type OrganizationPolicyType = DeclarativePolicyType | (typeof accessPolicyTypes)[OrganizationPolicy['kind']];

/**
 * The policy types an organization uses, sorted: those of the policies it has chosen. A type that is not used stays as it is; some
 * of them change how a service behaves as soon as they are enabled.
 *
 * CloudFormation creates policies of all of these types.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnablePolicyType.html
 */
export function policyTypesInUse(
  policies: readonly OrganizationPolicy[],
  declarative: readonly DeclarativePolicy[],
  facts: PolicyFacts,
): readonly OrganizationPolicyType[] {
  const chosen = (policy: OrganizationPolicy | DeclarativePolicy) => policy.applies?.(facts) ?? true;
  const types = [
    ...policies.filter(chosen).map(({ kind }) => accessPolicyTypes[kind]),
    ...declarative.filter(chosen).map(({ type }) => type),
  ];
  return [...new Set(types)].sort();
}
