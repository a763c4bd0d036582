import type { Example, OrganizationPolicy, PolicyFacts } from '../policy';

/**
 * Only approved models answer. One call through an inference profile is judged several times: once for the profile, and once
 * for the foundation model in each region it may run in, so both are listed. An application inference profile is let
 * through by itself because the model behind it is judged too.
 *
 * Imported, custom, provisioned and marketplace models, prompt routers and stateful response projects are not in the list, and
 * are therefore denied.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export const limitBedrockModels: OrganizationPolicy = {
  id: 'limit-bedrock-models',
  kind: 'service-control-policy',
  title: {
    en: 'Amazon Bedrock answers with approved models only',
    ja: 'Amazon Bedrock は承認済みのモデルでのみ応答する',
  },
  why: {
    en: 'Models are enabled in every account, and the first call accepts the license. Some models keep prompts for up to 30 days, with human review.',
    ja: 'モデルはどのアカウントでも最初から使え、最初の呼び出しが使用許諾への同意となる。プロンプトを最長 30 日保持し、人が閲覧しうるモデルもある。',
  },
  statements: (facts) => [
    {
      Sid: 'LimitBedrockModels',
      Effect: 'Deny',
      Action: ['bedrock:CreateModelInvocationJob', 'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      NotResource: [
        ...facts.inferenceProfiles.map(
          ({ foundationModel }) => `arn:${facts.partition}:bedrock:*::foundation-model/${foundationModel}`,
        ),
        ...facts.inferenceProfiles.map(({ id }) => `arn:${facts.partition}:bedrock:*:*:inference-profile/${id}`),
        `arn:${facts.partition}:bedrock:*:*:application-inference-profile/*`,
        `arn:${facts.partition}:bedrock:*:*:model-invocation-job/*`,
      ],
    },
  ],
  denied: (facts) => [
    call(facts, {
      says: {
        en: 'An application calls a model nobody approved',
        ja: '承認されていないモデルをアプリケーションが呼び出す',
      },
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}::foundation-model/openai.gpt-oss-120b-1:0`,
    }),
    call(facts, {
      says: {
        en: 'An application calls an unapproved model through an inference profile',
        ja: '承認されていないモデルを推論プロファイル経由で呼び出す',
      },
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:inference-profile/global.anthropic.claude-fable-5`,
    }),
    call(facts, {
      says: { en: 'Somebody calls a model they imported', ja: '自分で取り込んだモデルを呼び出す' },
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:imported-model/abcdefghijkl`,
    }),
    call(facts, {
      says: { en: 'A batch job runs on an unapproved model', ja: '承認されていないモデルでバッチ推論を実行する' },
      action: 'bedrock:CreateModelInvocationJob',
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}::foundation-model/openai.gpt-oss-120b-1:0`,
    }),
  ],
  allowed: (facts) => [
    ...facts.inferenceProfiles.flatMap(({ id, foundationModel, destinationRegions }) => [
      call(facts, {
        says: { en: `An application calls ${id}`, ja: `アプリケーションが ${id} を呼び出す` },
        resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:inference-profile/${id}`,
      }),
      ...destinationRegions.map((region) =>
        call(facts, {
          says: { en: `${id} runs in ${region}`, ja: `${id} が ${region} で実行される` },
          action: 'bedrock:InvokeModelWithResponseStream',
          resource: `arn:${facts.partition}:bedrock:${region}::foundation-model/${foundationModel}`,
        }),
      ),
    ]),
    call(facts, {
      says: {
        en: 'An application calls an approved model through its application inference profile',
        ja: '承認済みモデルをアプリケーション推論プロファイル経由で呼び出す',
      },
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:application-inference-profile/a1b2c3d4e5f6`,
    }),
    call(facts, {
      says: { en: 'A developer lists the models', ja: '開発者がモデルの一覧を見る' },
      action: 'bedrock:ListFoundationModels',
      resource: '*',
    }),
  ],
};

function call(
  { partition, workloadAccountId, homeRegion }: PolicyFacts,
  { says, resource, action = 'bedrock:InvokeModel' }: Pick<Example, 'says' | 'resource'> & { action?: string },
): Example {
  const region = resource.split(':')[3] || homeRegion;
  return {
    says,
    principal: `arn:${partition}:iam::${workloadAccountId}:role/assistant`,
    action,
    resource,
    context: { 'aws:RequestedRegion': region },
  };
}
