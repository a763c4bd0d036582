import { approvedCalls, foundationModelArn, modelCall } from '../example-model-calls';
import type { OrganizationPolicy } from '../policy';

/**
 * Nobody pays for being answered first. The tier is a parameter of each request; requests without it go to the default tier.
 *
 * A matter of choice.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html
 */
export const denyPriorityTier: OrganizationPolicy = {
  id: 'deny-priority-tier',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'No model call in the priority tier',
    ja: 'モデルの呼び出しに優先階層を使わせない',
  },
  why: {
    en: 'The priority tier costs more per token, and one parameter in the code of one team is enough to use it.',
    ja: '優先階層はトークン単価が高く、コードのパラメータ一つで使えてしまう。',
  },
  applies: ({ options }) => options.denyPriorityTier,
  statements: () => [
    {
      Sid: 'DenyPriorityTier',
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      // Every model: the tier is the point.
      Resource: '*',
      Condition: { StringEquals: { 'bedrock:ServiceTier': 'priority' } },
    },
  ],
  denied: (facts) =>
    ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'].map((action) =>
      modelCall(facts, {
        says: {
          en: `An application asks to be answered first: ${action}`,
          ja: `アプリケーションが優先階層で呼び出す: ${action}`,
        },
        action,
        resource: foundationModelArn(facts, facts.homeRegion, facts.inferenceProfiles[0]?.foundationModel ?? ''),
        context: { 'bedrock:ServiceTier': 'priority' },
      }),
    ),
  allowed: (facts) => [
    ...approvedCalls(facts),
    modelCall(facts, {
      says: { en: 'An application asks for the default tier', ja: 'アプリケーションが標準の階層で呼び出す' },
      resource: foundationModelArn(facts, facts.homeRegion, facts.inferenceProfiles[0]?.foundationModel ?? ''),
      context: { 'bedrock:ServiceTier': 'default' },
    }),
  ],
};
