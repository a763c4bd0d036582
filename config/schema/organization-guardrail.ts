import { z } from 'zod';
import { region } from './scalars';

export const organizationGuardrail = z.strictObject({
  /** Where AWS applies it: on canary units first, where a mistake stops the model calls of nobody else. Default: canary units. */
  target: z
    .enum(['canary-units', 'root'], 'is neither `canary-units` nor `root`. Start with canary-units')
    .default('canary-units'),
  /** One guardrail of the management account for each region in which it is applied, shared with the organization beforehand. */
  guardrails: z
    .array(
      z.strictObject({
        region,
        id: z
          .string()
          .regex(
            /^[a-z0-9]{1,32}$/,
            'is not the id of a guardrail; with a wrong id every model call fails. Copy it from `aws bedrock list-guardrails`',
          ),
        version: z
          .number('is not a number; a draft cannot be enforced. Publish a version and give its number')
          .int('is not a version; versions are whole numbers. Copy it from `aws bedrock list-guardrails`')
          .min(1, 'is not a version; they start with 1, and a draft cannot be enforced. Publish a version'),
      }),
    )
    .min(1, 'is empty; nothing would be applied. Name a guardrail, or remove organizationGuardrail'),
  /** Models it is not applied to, such as embeddings, by foundation model id. Default: none. */
  excludedModels: z.array(z.string().min(1, 'is empty. Name a foundation model')).default([]),
});
