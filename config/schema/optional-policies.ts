import { z } from 'zod';

export const optionalPolicies = z
  .strictObject({
    /** Deny model calls without a guardrail, organization-wide. Breaks callers that cannot name one, such as knowledge bases. Default: false. */
    requireGuardrail: z.boolean(),
    /** Deny the priority tier, which costs more per token. Default: false. */
    denyPriorityTier: z.boolean(),
    /** Roles made in workload accounts carry the permissions boundary. Default: true in the profile `regulated`, false otherwise. */
    requirePermissionsBoundary: z.boolean(),
    /** Open the endpoint bedrock-mantle, which has neither guardrails nor an invocation log. Only its approved models answer. Default: false. */
    allowBedrockMantle: z.boolean(),
    /** Block connections from the internet into every VPC, but for exclusions an account makes. Breaks public servers. Free. Default: false. */
    blockInternetIntoVpcs: z.boolean(),
  })
  .partial();
