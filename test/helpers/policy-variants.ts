import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import type { PolicyFacts } from '../../policies/policy';
import { exampleOrganization } from './example';
import exampleDocument from './example-organization';

const everyOption = { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true };

function variant(overrides: Partial<OrganizationInput> = {}, facts: Partial<PolicyFacts> = {}): PolicyFacts {
  return { ...policyFactsOf(exampleOrganization(overrides)), ...facts };
}

/** Organizations that chose differently, so that every branch of every policy is judged in one of them. */
export const policyVariants: Readonly<Record<string, PolicyFacts>> = {
  'the example': variant(),
  'every option': variant({ optionalPolicies: everyOption }),
  'AWS Control Tower': variant({ controlTower: true }),
  'Security Hub CSPM alone': variant({ services: { securityHub: 'cspm' } }),
  'regions of one geography': variant({ governedRegions: ['ap-northeast-1', 'ap-northeast-2'] }),
  'a global profile, and Bedrock in every governed region': variant(
    { bedrock: { inferenceProfiles: ['global.anthropic.claude-haiku-5-5', 'us.amazon.nova-2-lite-v1:0'] } },
    { bedrockRegions: ['ap-northeast-1', 'us-east-1'] },
  ),
  'regions without guardrail profiles': variant({
    homeRegion: 'sa-east-1',
    governedRegions: ['sa-east-1', 'ca-central-1'],
    bedrock: { inferenceProfiles: ['global.amazon.nova-2-lite-v1:0'] },
  }),
  'embeddings and the endpoint bedrock-mantle': variant(
    {
      bedrock: {
        inferenceProfiles: [
          'jp.amazon.nova-2-lite-v1:0',
          'jp.anthropic.claude-haiku-5-5',
          'us.cohere.embed-v4:0',
          'us.cohere.rerank-v3-5:0',
        ],
      },
    },
    { options: { ...everyOption, allowBedrockMantle: true }, bedrockRegions: ['ap-northeast-1', 'us-east-1'] },
  ),
  'a trusted vendor, another qualifier and large payloads': variant(
    {
      bootstrapQualifier: 'acme',
      name: exampleDocument.name,
      bedrock: { ...exampleDocument.bedrock, logLargePayloads: true },
    },
    { trustedAccountIds: ['777766665555'] },
  ),
};

export function chosenPolicies<Policy extends { readonly applies?: (facts: PolicyFacts) => boolean }>(
  policies: readonly Policy[],
  facts: PolicyFacts,
): readonly Policy[] {
  return policies.filter(({ applies }) => applies?.(facts) ?? true);
}
