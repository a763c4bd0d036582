import example from '../config/organization';
import { policyFactsOf } from '../config/policy-facts';
import { resolveOrganization } from '../config/resolve-organization';
import type { ChainInput, NamedDocument } from '../evaluator/chain-input';
import { bedrockCallerStatements } from '../policies/bedrock-caller-role';
import { organizationPolicies } from '../policies/catalogue';
import { composePolicies } from '../policies/composition';
import { permissionsBoundary } from '../policies/permissions-boundary';
import { type Example, type PolicyFacts, requestsOf, type Statement } from '../policies/policy';

export const facts: PolicyFacts = policyFactsOf(resolveOrganization(example));

const named = (name: string, ...Statement: readonly Statement[]): NamedDocument => ({
  name,
  document: { Version: '2012-10-17', Statement },
});
const fullAccess = named('FullAWSAccess', { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' });

/** What the example organization attaches to a workload account, and what its Bedrock caller role has. */
export function shippedChain(): ChainInput & { readonly permissionsBoundary: NamedDocument } {
  const composed = composePolicies(organizationPolicies, facts).filter(({ targets }) => targets === 'every-unit');
  const ofKind = (kind: string) => composed.filter((policy) => policy.kind === kind);
  const levels = [
    { name: 'root', serviceControlPolicies: [fullAccess] },
    {
      name: 'workloads',
      serviceControlPolicies: [fullAccess, ...ofKind('service-control-policy')],
      resourceControlPolicies: ofKind('resource-control-policy'),
    },
    { name: 'account', serviceControlPolicies: [fullAccess] },
  ];
  const [profile] = facts.inferenceProfiles;
  if (profile === undefined) throw new Error('the example organization has no inference profile');
  const { partition, workloadAccountId: accountId, homeRegion: region } = facts;
  return {
    organization: {
      id: facts.organizationId,
      managementAccountId: facts.managementAccountId,
      principalLevels: levels,
      resourceLevels: levels,
    },
    identityPolicies: [
      named(
        'caller',
        ...bedrockCallerStatements({
          partition,
          accountId,
          region,
          inferenceProfile: profile.id,
          foundationModel: profile.foundationModel,
          destinationRegions: profile.destinationRegions,
          guardrailArn: `arn:${partition}:bedrock:${region}:${accountId}:guardrail/a1b2c3d4e5f6`,
          guardrailKeyArn: `arn:${partition}:kms:${region}:${accountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
        }),
      ),
    ],
    permissionsBoundary: {
      name: 'boundary',
      document: permissionsBoundary({
        partition,
        accountId,
        governedRegions: facts.governedRegions,
        inferenceProfiles: facts.inferenceProfiles.map(({ id }) => id),
        permissionsBoundary: 'example-permissions-boundary',
      }),
    },
  };
}

/** Every request the shipped policies are proved with. */
export function shippedRequests(): readonly Example[] {
  return organizationPolicies
    .filter(({ applies }) => applies?.(facts) ?? true)
    .flatMap((policy) => [...policy.denied(facts), ...policy.allowed(facts)])
    .flatMap(requestsOf);
}
