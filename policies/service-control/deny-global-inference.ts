import { approvedCalls, foundationModelArn, modelCall } from '../example-model-calls';
import { developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * No call is routed to any region of the world. Amazon Bedrock judges such a call for a model without a region, in the region
 * `unspecified`, whichever profile it came through: an application inference profile made from a global one is stopped too.
 *
 * Left out where the organization has approved a global profile.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export const denyGlobalInference: OrganizationPolicy = {
  id: 'deny-global-inference',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'No prompt is processed outside its geography',
    ja: 'プロンプトを地域の外で処理させない',
  },
  why: {
    en: 'A global profile is a little cheaper and processes prompts wherever there is capacity, in any country.',
    ja: 'グローバルプロファイルは少し安いが、空きのある場所であればどの国でもプロンプトを処理する。',
  },
  applies: ({ inferenceProfiles }) => !inferenceProfiles.some(({ id }) => id.startsWith('global.')),
  statements: () => [
    {
      Sid: 'DenyGlobalInference',
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      // Whatever the model: the region is the point.
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': 'unspecified' } },
    },
  ],
  denied: (facts) => {
    const model = facts.inferenceProfiles[0]?.foundationModel ?? '';
    const resource = foundationModelArn(facts, '', model);
    const profile = (path: string) =>
      `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:${path}`;
    return [
      modelCall(facts, {
        says: {
          en: 'An application calls an approved model through its global profile',
          ja: '承認済みモデルをグローバルプロファイル経由で呼び出す',
        },
        resource,
        region: 'unspecified',
        profileArn: profile(`inference-profile/global.${model}`),
      }),
      modelCall(facts, {
        says: {
          en: 'An application uses an application inference profile made from a global one',
          ja: 'グローバルプロファイルから作ったアプリケーション推論プロファイルを使う',
        },
        action: 'bedrock:InvokeModelWithResponseStream',
        resource,
        region: 'unspecified',
        profileArn: profile('application-inference-profile/a1b2c3d4e5f6'),
      }),
    ];
  },
  allowed: (facts) => [
    ...approvedCalls(facts),
    {
      says: { en: 'A developer lists the inference profiles', ja: '開発者が推論プロファイルの一覧を見る' },
      principal: developerRole(facts),
      action: 'bedrock:ListInferenceProfiles',
      resource: '*',
    },
  ],
};
