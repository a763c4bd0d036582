import type { QuestionPlace, QuestionRequest, SecurityQuestion } from './security-question';

const here = ({ account, facts }: QuestionPlace, resource: string, region = facts.homeRegion) =>
  `arn:${facts.partition}:bedrock:${region}:${account.id}:${resource}`;

/** No configuration can approve it: a model of this name does not exist. */
const unapproved = 'example.unapproved-model-v1:0';

const throughGuardrail = (place: QuestionPlace) => ({
  'bedrock:GuardrailIdentifier': `${here(place, 'guardrail/a1b2c3d4e5f6')}:1`,
});

/**
 * The approved model as the call through its profile is judged for it, in a region the profile runs in. Embeddings and rankings have
 * no conversation to guard.
 */
function approvedModelCall(
  place: QuestionPlace,
  context: Readonly<Record<string, string>>,
): readonly QuestionRequest[] {
  const { partition, homeRegion, inferenceProfiles } = place.facts;
  return inferenceProfiles
    .filter(({ foundationModel }) => !/embed|rerank/.test(foundationModel))
    .slice(0, 1)
    .map(({ id, foundationModel }) => ({
      action: 'bedrock:InvokeModel',
      resource: `arn:${partition}:bedrock:${homeRegion}::foundation-model/${foundationModel}`,
      context: { 'bedrock:InferenceProfileArn': here(place, `inference-profile/${id}`), ...context },
    }));
}

/** Questions about generative AI. */
export const bedrockQuestions: readonly SecurityQuestion[] = [
  {
    id: 'use-an-unapproved-model',
    asks: { en: 'call a model nobody approved', ja: '承認されていないモデルを呼び出す' },
    requests: (place) =>
      [
        `arn:${place.facts.partition}:bedrock:${place.facts.homeRegion}::foundation-model/${unapproved}`,
        here(place, 'imported-model/abcdefghijkl'),
      ].map((resource) => ({ action: 'bedrock:InvokeModel', resource, context: throughGuardrail(place) })),
  },
  {
    id: 'skip-the-guardrail',
    asks: { en: 'call a model without a guardrail', ja: 'ガードレールなしでモデルを呼び出す' },
    requests: (place) => approvedModelCall(place, {}),
  },
  {
    id: 'use-an-api-key',
    asks: { en: 'make or use an API key for models', ja: 'モデルの API キーを作成・使用する' },
    requests: ({ account, facts }) => [
      ...['bedrock', 'bedrock-mantle', 'aws-external-anthropic'].map((service) => ({
        action: `${service}:CallWithBearerToken`,
        resource: '*',
      })),
      {
        action: 'iam:CreateServiceSpecificCredential',
        resource: `arn:${facts.partition}:iam::${account.id}:user/another`,
      },
    ],
  },
  {
    id: 'use-a-side-door',
    asks: { en: 'call a model where nothing is recorded', ja: '記録の残らない経路でモデルを呼び出す' },
    requests: ({ account, facts }) => [
      {
        action: 'bedrock-mantle:CreateInference',
        resource: `arn:${facts.partition}:bedrock-mantle:${facts.homeRegion}:${account.id}:project/default`,
        context: { 'bedrock-mantle:Model': facts.inferenceProfiles[0]?.foundationModel ?? unapproved },
      },
      {
        action: 'aws-external-anthropic:CreateInference',
        resource: `arn:${facts.partition}:aws-external-anthropic:${facts.homeRegion}:${account.id}:workspace/default`,
      },
    ],
  },
  {
    id: 'send-prompts-anywhere',
    asks: { en: 'send prompts to any region of the world', ja: 'プロンプトを世界の任意のリージョンに送る' },
    requests: (place) =>
      place.facts.inferenceProfiles.slice(0, 1).map(({ foundationModel }) => ({
        action: 'bedrock:InvokeModel',
        resource: `arn:${place.facts.partition}:bedrock:::foundation-model/${foundationModel}`,
        context: {
          'bedrock:InferenceProfileArn': here(place, `inference-profile/global.${foundationModel}`),
          ...throughGuardrail(place),
        },
      })),
  },
  {
    id: 'let-aws-keep-prompts',
    asks: { en: 'let AWS keep prompts and answers', ja: 'プロンプトと回答を AWS 側に保持させる' },
    requests: () => [
      {
        action: 'bedrock:PutAccountDataRetention',
        resource: '*',
        context: { 'bedrock:DataRetentionMode': 'aws_review' },
      },
    ],
  },
  {
    id: 'remove-a-guardrail',
    asks: { en: 'delete or loosen a guardrail', ja: 'ガードレールを削除する、または緩める' },
    requests: (place) =>
      ['bedrock:DeleteGuardrail', 'bedrock:UpdateGuardrail'].map((action) => ({
        action,
        resource: here(place, 'guardrail/a1b2c3d4e5f6'),
      })),
  },
  {
    id: 'accept-a-model-agreement',
    asks: { en: 'accept the license of a model', ja: 'モデルの使用許諾に同意する' },
    requests: () => [
      { action: 'bedrock:CreateFoundationModelAgreement', resource: '*' },
      { action: 'aws-marketplace:Subscribe', resource: '*' },
    ],
  },
  {
    id: 'pay-for-priority',
    asks: { en: 'call a model in the priority tier', ja: '優先階層でモデルを呼び出す' },
    requests: (place) => approvedModelCall(place, { ...throughGuardrail(place), 'bedrock:ServiceTier': 'priority' }),
  },
];
