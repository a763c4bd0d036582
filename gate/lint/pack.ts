import { documentOf, type OrganizationPolicy, type PolicyFacts } from '../../policies/policy';
import type { LintSource } from './lint';

/** Our own policies as AWS Organizations will store them for an organization; those it has not chosen are left out. */
export function packSources(policies: readonly OrganizationPolicy[], facts: PolicyFacts): LintSource[] {
  return policies
    .filter(({ applies }) => applies?.(facts) ?? true)
    .map((policy) => {
      const rcp = policy.kind === 'resource-control-policy';
      return {
        file: `policies/${rcp ? 'resource-control' : 'service-control'}/${policy.id}.ts`,
        text: JSON.stringify(documentOf(policy, facts)),
        located: false,
        kind: rcp ? 'rcp' : 'scp',
        named: true,
      };
    });
}
