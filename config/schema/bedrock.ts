import { z } from 'zod';

const deniedTopic = z.strictObject({
  name: z
    .string()
    .regex(
      /^[0-9a-zA-Z_ !?.-]{1,100}$/,
      'is not a name of a topic; audit records carry it. Use up to 100 Latin letters, digits, blanks and -_!?.',
    ),
  /** What belongs to the topic, in a sentence or two, in the language of the prompts. */
  definition: z
    .string()
    .min(1, 'is empty; the guardrail could not tell what belongs to the topic. Describe it')
    .max(1000, 'is longer than the 1,000 characters a guardrail takes. Shorten it'),
  /** Prompts that belong to it. Default: none. */
  examples: z
    .array(z.string().min(1).max(100, 'is longer than the 100 characters a guardrail takes. Shorten it'))
    .max(5, 'has more than 5 examples, which is all a guardrail takes. Keep the most telling ones')
    .default([]),
});

export const bedrock = z.strictObject({
  /** The approved inference profiles, and by them the approved models. Everything else is denied by policy. */
  inferenceProfiles: z
    .array(z.string())
    .min(1, 'is empty; no model could be called. Approve at least one inference profile'),
  /** `standard`: guardrail filters that understand Japanese, evaluated in the geography. `in-region`: personal-data filters only. */
  guardrailTier: z
    .enum(['standard', 'in-region'], 'is neither `standard` nor `in-region`. Choose one')
    .default('standard'),
  /** What nobody may ask the assistant about or be told. About $0.15 per 1,000 text units. Needs the tier `standard`. Default: nothing. */
  deniedTopics: z
    .array(deniedTopic)
    .max(30, 'has more than 30 topics, which is all a guardrail can hold. Join or remove some')
    .default([]),
  /**
   * Amazon Bedrock applies the guardrail of each workload region to every model call of that account and region, whether the caller names
   * one or not. A caller that names it as well pays for it twice. Roles without `bedrock:ApplyGuardrail` can call no model. Default: false.
   */
  enforceGuardrail: z.boolean().default(false),
  /**
   * Requests and answers beyond 100 KB, and images and documents, are kept as well, in a bucket of each workload and region, as long as its
   * log of prompts. The log alone names them and leaves them out. Storage of about $0.025 per GB and month. Nothing masks what is in the
   * bucket. Default: false.
   */
  logLargePayloads: z.boolean().default(false),
});
