import { assistantRole } from './example-roles';
import type { Example, PolicyFacts, StringOrList, Text } from './policy';

const streamed = ['bedrock:InvokeModelWithResponseStream'];

interface ModelCall {
  readonly says: Text;
  readonly resource: string;
  /** The region IAM judges the call for. @default that of the resource, or the home region */
  readonly region?: string;
  /** ARN of the inference profile the caller named, if any. */
  readonly profileArn?: string;
  /** @default `bedrock:InvokeModel` */
  readonly action?: string;
  /** Actions that are judged the same. */
  readonly likewise?: readonly string[];
  /** More condition keys of the request. */
  readonly context?: Readonly<Record<string, StringOrList>>;
}

/** One of the checks of one call of a model, by the application of a workload account and through a guardrail. */
export function modelCall(facts: PolicyFacts, call: ModelCall): Example {
  const { says, resource, profileArn, action = 'bedrock:InvokeModel' } = call;
  return {
    says,
    principal: assistantRole(facts),
    action,
    resource,
    ...(call.likewise ? { likewise: { actions: call.likewise } } : {}),
    context: {
      'aws:RequestedRegion': call.region ?? (resource.split(':')[3] || facts.homeRegion),
      'bedrock:GuardrailIdentifier': `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:guardrail/a1b2c3d4e5f6:1`,
      ...(profileArn === undefined ? {} : { 'bedrock:InferenceProfileArn': profileArn }),
      ...call.context,
    },
  };
}

export function foundationModelArn({ partition }: PolicyFacts, region: string, model: string): string {
  return `arn:${partition}:bedrock:${region}::foundation-model/${model}`;
}

export function inferenceProfileArn({ partition, workloadAccountId }: PolicyFacts, region: string, id: string): string {
  return `arn:${partition}:bedrock:${region}:${workloadAccountId}:inference-profile/${id}`;
}

/** Regions a profile can be called from, and calls are logged in. */
export function loggedSources(
  { bedrockRegions }: PolicyFacts,
  { sourceRegions }: PolicyFacts['inferenceProfiles'][number],
): readonly string[] {
  return bedrockRegions.filter((region) => sourceRegions.length === 0 || sourceRegions.includes(region));
}

/**
 * Every check of every approved call: for the profile in each region in which calls are logged, and for the model there and wherever it may run. A
 * global profile is judged for a model without a region.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function approvedCalls(facts: PolicyFacts): readonly Example[] {
  return facts.inferenceProfiles.flatMap((profile) =>
    loggedSources(facts, profile).flatMap((source) => {
      const { id, foundationModel, destinationRegions } = profile;
      const profileArn = inferenceProfileArn(facts, source, id);
      const runsIn = destinationRegions.length === 0 ? [source, ''] : [...new Set([source, ...destinationRegions])];
      return [
        modelCall(facts, {
          says: {
            en: `An application calls ${id} in ${source}`,
            ja: `アプリケーションが ${source} で ${id} を呼び出す`,
          },
          resource: profileArn,
          profileArn,
          likewise: streamed,
        }),
        ...runsIn.map((region) =>
          modelCall(facts, {
            says: {
              en: `${id}, called in ${source}, runs in ${region || 'any region'}`,
              ja: `${source} で呼び出した ${id} が ${region || '任意のリージョン'} で実行される`,
            },
            resource: foundationModelArn(facts, region, foundationModel),
            region: region || 'unspecified',
            profileArn,
            likewise: streamed,
          }),
        ),
      ];
    }),
  );
}
