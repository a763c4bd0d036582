import { approvedCalls, foundationModelArn, inferenceProfileArn, modelCall } from '../example-model-calls';
import { assistantRole, developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * Only approved models answer. One call through an inference profile is judged several times: once for the profile, and once
 * for the foundation model in each region it may run in, so both are listed. An application inference profile is let
 * through by itself because the model behind it is judged too.
 *
 * Imported, custom, provisioned and marketplace models, prompt routers, system tools and stateful response projects are not in
 * the list, and are therefore denied. The second statement says the same for the `bedrock-mantle` endpoint, for
 * organizations that open it.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
export const limitBedrockModels: OrganizationPolicy = {
  id: 'limit-bedrock-models',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Amazon Bedrock answers with approved models only',
    ja: 'Amazon Bedrock は承認済みのモデルでのみ応答する',
  },
  why: {
    en: 'Models are enabled in every account, and the first call accepts the license. Some models keep prompts for up to 30 days, with human review.',
    ja: 'モデルはどのアカウントでも最初から使え、最初の呼び出しが使用許諾への同意となる。プロンプトを最長 30 日保持し、人が閲覧しうるモデルもある。',
  },
  statements: ({ partition, inferenceProfiles }) => {
    const models = [...new Set(inferenceProfiles.map(({ foundationModel }) => foundationModel))];
    return [
      {
        Sid: 'LimitBedrockModels',
        Effect: 'Deny',
        Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        NotResource: [
          ...models.map((model) => `arn:${partition}:bedrock:*::foundation-model/${model}`),
          ...inferenceProfiles.map(({ id }) => `arn:${partition}:bedrock:*:*:inference-profile/${id}`),
          `arn:${partition}:bedrock:*:*:application-inference-profile/*`,
        ],
      },
      {
        Sid: 'LimitBedrockModelsMantle',
        Effect: 'Deny',
        Action: 'bedrock-mantle:CreateInference',
        // Its resource is a project; the model is in the condition, which is true as well when no model is named.
        Resource: '*',
        Condition: { StringNotEquals: { 'bedrock-mantle:Model': models } },
      },
    ];
  },
  denied: (facts) => {
    const unapproved = foundationModelArn(facts, facts.homeRegion, 'openai.gpt-oss-120b-1:0');
    return [
      modelCall(facts, {
        says: {
          en: 'An application calls a model nobody approved',
          ja: '承認されていないモデルをアプリケーションが呼び出す',
        },
        resource: unapproved,
      }),
      modelCall(facts, {
        says: {
          en: 'An application calls an unapproved model with a streamed answer',
          ja: '承認されていないモデルをストリーミングで呼び出す',
        },
        action: 'bedrock:InvokeModelWithResponseStream',
        resource: unapproved,
      }),
      modelCall(facts, {
        says: {
          en: 'An application calls an unapproved model through an inference profile',
          ja: '承認されていないモデルを推論プロファイル経由で呼び出す',
        },
        resource: inferenceProfileArn(facts, facts.homeRegion, 'global.anthropic.claude-fable-5'),
      }),
      modelCall(facts, {
        says: { en: 'Somebody calls a model they imported', ja: '自分で取り込んだモデルを呼び出す' },
        resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:imported-model/abcdefghijkl`,
      }),
      {
        says: {
          en: 'An application calls an unapproved model through the other endpoint',
          ja: '承認されていないモデルをもう一つのエンドポイントで呼び出す',
        },
        principal: assistantRole(facts),
        action: 'bedrock-mantle:CreateInference',
        resource: `arn:${facts.partition}:bedrock-mantle:${facts.homeRegion}:${facts.workloadAccountId}:project/default`,
        context: { 'bedrock-mantle:Model': 'openai.gpt-oss-120b' },
      },
    ];
  },
  allowed: (facts) => [
    ...approvedCalls(facts),
    modelCall(facts, {
      says: {
        en: 'An application calls an approved model through its application inference profile',
        ja: '承認済みモデルをアプリケーション推論プロファイル経由で呼び出す',
      },
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:application-inference-profile/a1b2c3d4e5f6`,
    }),
    {
      says: { en: 'A developer lists the models', ja: '開発者がモデルの一覧を見る' },
      principal: developerRole(facts),
      action: 'bedrock:ListFoundationModels',
      resource: '*',
    },
    ...(facts.options.allowBedrockMantle ? facts.inferenceProfiles : []).map(({ foundationModel }) => ({
      says: {
        en: `An application calls ${foundationModel} through the other endpoint, which is open`,
        ja: `開放済みのもう一つのエンドポイントで ${foundationModel} を呼び出す`,
      },
      principal: assistantRole(facts),
      action: 'bedrock-mantle:CreateInference',
      resource: `arn:${facts.partition}:bedrock-mantle:${facts.homeRegion}:${facts.workloadAccountId}:project/default`,
      context: { 'bedrock-mantle:Model': foundationModel },
    })),
  ],
};
