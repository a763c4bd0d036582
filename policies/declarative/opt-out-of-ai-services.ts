import type { DeclarativePolicy } from '../policy';

/**
 * No AWS AI service uses the organization's content to improve itself, and no child can opt in again.
 *
 * Amazon Bedrock is not among the services of this policy: it does not use content in the first place. The policy covers its
 * neighbours, such as Amazon Q, Transcribe, Translate and GuardDuty.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html
 */
export const optOutOfAiServices: DeclarativePolicy = {
  id: 'opt-out-of-ai-services',
  type: 'AISERVICES_OPT_OUT_POLICY',
  title: {
    en: 'AI services do not learn from our content',
    ja: 'AI サービスの改善に当社のコンテンツを使わせない',
  },
  why: {
    en: 'By default several AI services may store content outside the chosen region and use it for improvement.',
    ja: '既定では一部の AI サービスがコンテンツを別リージョンに保存し、サービス改善に利用しうる。',
  },
  content: () => ({
    services: {
      '@@operators_allowed_for_child_policies': ['@@none'],
      default: {
        '@@operators_allowed_for_child_policies': ['@@none'],
        opt_out_policy: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': 'optOut' },
      },
    },
  }),
};
