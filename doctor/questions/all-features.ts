import type { Question } from '../question';

/** Policies, trusted access and delegated administrators need all features. */
export const allFeatures: Question = {
  id: 'all-features',
  title: { en: 'All features', ja: 'すべての機能' },
  about: 'organization',

  async ask({ reads }) {
    const { FeatureSet = 'unknown' } = await reads.organization();
    if (FeatureSet === 'ALL') return [{ state: 'ok', found: { en: 'They are on.', ja: '有効です。' } }];
    return [
      {
        state: 'blocker',
        found: {
          en: `The feature set is ${FeatureSet}: no policy and no organization-wide service would work.`,
          ja: `機能セットが ${FeatureSet} のため、ポリシーも組織全体のサービスも使えません。`,
        },
        advice: {
          en: 'Enable all features in AWS Organizations (Settings), and let every invited account approve.',
          ja: 'AWS Organizations の「設定」ですべての機能を有効にし、招待した各アカウントで承認してください。',
        },
      },
    ];
  },
};
