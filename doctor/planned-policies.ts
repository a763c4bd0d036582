import { policyFactsOf } from '../config/policy-facts';
import type { Organization } from '../config/resolve-organization';
import { organizationPolicies } from '../policies/catalogue';
import { type ComposedPolicy, composePolicies } from '../policies/composition';
import type { OrganizationPolicy } from '../policies/policy';

/** Which of the configured targets a document is attached to. */
export type Reach = 'root' | 'every-unit' | 'canary-units' | 'suspended-units';

export interface PlannedPolicy extends Pick<ComposedPolicy, 'name' | 'kind' | 'characters'> {
  readonly reach: Reach;
}

/**
 * The documents the access policies are attached as, by rollout stage.
 *
 * @throws CompositionError when the policies the organization has chosen fit no target, even an empty one
 */
export function plannedPolicies(organization: Organization): readonly PlannedPolicy[] {
  const { rollout, organizationalUnits } = organization;
  const facts = policyFactsOf(organization);
  const hasSuspendedUnits = organizationalUnits.some(({ suspended }) => suspended === true);
  const meant = organizationPolicies.filter(({ targets }) => targets !== 'suspended-units' || hasSuspendedUnits);
  // What is meant for suspended units goes there at once, whatever the stage.
  const stageOf = ({ id, targets }: OrganizationPolicy) =>
    targets === 'suspended-units' ? 'organizational-units' : (rollout.policies[id] ?? rollout.stage);
  const composed = (stage: (typeof rollout)['stage'], scope?: string) =>
    composePolicies(
      meant.filter((policy) => stageOf(policy) === stage),
      facts,
      scope ? { scope } : {},
    );
  return [
    ...composed('root', 'root').map((document) => ({ ...document, reach: 'root' as const })),
    ...composed('organizational-units').map((document) => ({ ...document, reach: document.targets })),
    ...composed('canary', 'canary').map((document) => ({ ...document, reach: 'canary-units' as const })),
  ];
}

/** Whether a policy of AWS Organizations is one the baseline has made, by its name. */
export function isOwnPolicy(name: string): boolean {
  return (
    /^((root|canary)-)?(service|resource)-control(-suspended)?-(organization|evidence|bedrock)(-\d+)?$/.test(name) ||
    organizationPolicies.some(({ id }) => id === name)
  );
}
