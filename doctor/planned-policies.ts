import { policyFactsOf } from '../config/policy-facts';
import { policyRolloutOf } from '../config/policy-rollout';
import type { Organization } from '../config/resolve-organization';
import { organizationPolicies } from '../policies/catalogue';
import { type PolicyReach, type RolledOutPolicy, rollOutPolicies } from '../policies/rollout';

export type Reach = PolicyReach;

export type PlannedPolicy = Pick<RolledOutPolicy, 'name' | 'kind' | 'characters' | 'reach'>;

/**
 * The documents the access policies are attached as, by rollout stage, in the slots that the configuration leaves.
 *
 * @throws CompositionError when the policies the organization has chosen do not fit them
 */
export function plannedPolicies(organization: Organization): readonly PlannedPolicy[] {
  return rollOutPolicies(organizationPolicies, policyFactsOf(organization), policyRolloutOf(organization));
}

/** Whether a policy of AWS Organizations is one the baseline has made, by its name. */
export function isOwnPolicy(name: string): boolean {
  return (
    /^((root|canary)-)?(service|resource)-control(-suspended)?-(organization|evidence|bedrock)(-\d+)?$/.test(name) ||
    organizationPolicies.some(({ id }) => id === name)
  );
}
