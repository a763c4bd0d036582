import type { Statement } from './policy';

/** What the caller role's statements depend on. ARNs may be unresolved references of a template. */
export interface BedrockCallerFacts {
  readonly partition: string;
  readonly accountId: string;
  /** The region the role calls Bedrock in. */
  readonly region: string;
  /** The one inference profile the role may call, such as `jp.amazon.nova-2-lite-v1:0`. */
  readonly inferenceProfile: string;
  /** The model behind it, such as `amazon.nova-2-lite-v1:0`. */
  readonly foundationModel: string;
  /** Regions the model may run in. Empty for a global profile, which runs in any commercial region. */
  readonly destinationRegions: readonly string[];
  readonly guardrailArn: string;
  /** The key that encrypts the guardrail. */
  readonly guardrailKeyArn: string;
  /** Where a guardrail of the STANDARD tier is evaluated. Absent for a guardrail that stays in its region. */
  readonly guardrailProfile?: { readonly id: string; readonly regions: readonly string[] };
  /** The guardrail of the management account that AWS applies to every call in this region. Absent where none is enforced. */
  readonly organizationGuardrail?: { readonly accountId: string; readonly id: string };
}

const callModel = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * What a role needs to call one approved model through one guardrail, and no more: no other model, no call without the guardrail,
 * no Marketplace.
 *
 * A call through an inference profile is judged for the profile, and for the foundation model in the source region and in
 * each destination region. `bedrock:InferenceProfileArn` keeps the model from being called around the profile.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrail-profiles-permissions.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
 */
export function bedrockCallerStatements(facts: BedrockCallerFacts): readonly Statement[] {
  const { partition, accountId, region, guardrailArn, guardrailProfile } = facts;
  const profileArn = `arn:${partition}:bedrock:${region}:${accountId}:inference-profile/${facts.inferenceProfile}`;
  return [
    { Sid: 'CallTheInferenceProfile', Effect: 'Allow', Action: callModel, Resource: profileArn },
    {
      Sid: 'RunTheModelThroughTheProfile',
      Effect: 'Allow',
      Action: callModel,
      Resource: modelRegions(facts).map(
        (modelRegion) => `arn:${partition}:bedrock:${modelRegion}::foundation-model/${facts.foundationModel}`,
      ),
      Condition: { StringEquals: { 'bedrock:InferenceProfileArn': profileArn } },
    },
    {
      Sid: 'DenyCallsWithoutTheGuardrail',
      Effect: 'Deny',
      Action: callModel,
      // Every model in every region: a Deny is as wide as it can be. The key is on the check of the model, not of the profile.
      Resource: `arn:${partition}:bedrock:*::foundation-model/*`,
      // True as well when the request names no guardrail at all.
      Condition: { ArnNotLike: { 'bedrock:GuardrailIdentifier': `${guardrailArn}:*` } },
    },
    {
      Sid: 'ApplyTheGuardrail',
      Effect: 'Allow',
      Action: 'bedrock:ApplyGuardrail',
      Resource: [
        guardrailArn,
        ...(guardrailProfile?.regions ?? []).map(
          (profileRegion) =>
            `arn:${partition}:bedrock:${profileRegion}:${accountId}:guardrail-profile/${guardrailProfile?.id}`,
        ),
      ],
    },
    ...applyTheOrganizationGuardrail(facts),
    {
      Sid: 'ReadTheEncryptedGuardrail',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: facts.guardrailKeyArn,
    },
  ];
}

/** Without this, every call fails where AWS enforces a guardrail of the management account. */
function applyTheOrganizationGuardrail(facts: BedrockCallerFacts): readonly Statement[] {
  const { partition, region, guardrailProfile, organizationGuardrail } = facts;
  if (organizationGuardrail === undefined) return [];
  const { accountId, id } = organizationGuardrail;
  const profiles = (guardrailProfile?.regions ?? []).map(
    (profileRegion) =>
      `arn:${partition}:bedrock:${profileRegion}:${accountId}:guardrail-profile/${guardrailProfile?.id}`,
  );
  return [
    {
      Sid: 'ApplyTheOrganizationGuardrail',
      Effect: 'Allow',
      Action: 'bedrock:ApplyGuardrail',
      Resource: [`arn:${partition}:bedrock:${region}:${accountId}:guardrail/${id}`, ...profiles],
    },
  ];
}

/** A global profile is judged in the source region and for an ARN without a region, not in each destination. */
function modelRegions({ region, destinationRegions }: BedrockCallerFacts): readonly string[] {
  if (destinationRegions.length === 0) return [region, ''];
  return [...new Set([region, ...destinationRegions])];
}
