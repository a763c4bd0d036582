import type { ChainInput } from '../../evaluator/chain-input';
import type { PolicyKind } from '../../evaluator/policy-kind';

/** A chain in which a document stands in the place for its kind. */
export function chainOf(kind: PolicyKind, document: unknown): ChainInput {
  const one = { name: 'suspect', document };
  const organization = { id: 'o-1', managementAccountId: '999999999999' };
  switch (kind) {
    case 'service-control-policy':
      return { organization: { ...organization, principalLevels: [{ name: 'root', serviceControlPolicies: [one] }] } };
    case 'resource-control-policy':
      return { organization: { ...organization, resourceLevels: [{ name: 'root', resourceControlPolicies: [one] }] } };
    case 'identity-policy':
      return { identityPolicies: [one] };
    case 'permissions-boundary':
      return { permissionsBoundary: one };
    case 'session-policy':
      return { sessionPolicies: [one] };
    case 'vpc-endpoint-policy':
      return { vpcEndpointPolicy: one };
    default:
      return { resourcePolicy: { ...one, kind } };
  }
}
