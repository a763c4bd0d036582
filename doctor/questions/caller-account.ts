import type { Question } from '../question';

/** Credentials of another account would answer every other question about the wrong place. */
export const callerAccount: Question = {
  id: 'caller-account',
  title: { en: 'Credentials', ja: '認証情報' },
  about: 'organization',

  async ask({ organization, reads }) {
    const { Account: found = '', Arn: arn = '' } = await reads.caller();
    const { id: configured } = organization.accounts.management;
    if (found === configured) {
      return [
        {
          state: 'ok',
          found: {
            en: `They belong to the management account ${found}: ${arn}`,
            ja: `管理アカウント ${found} のものです: ${arn}`,
          },
        },
      ];
    }
    return [
      {
        state: 'blocker',
        found: {
          en: `They belong to account ${found} (${arn}); accounts.management is ${configured}.`,
          ja: `アカウント ${found} のものです（${arn}）。accounts.management は ${configured} です。`,
        },
        advice: {
          en: `Use credentials of ${configured}, or correct accounts.management.id in the configuration.`,
          ja: `${configured} の認証情報を使うか、設定の accounts.management.id を直してください。`,
        },
      },
    ];
  },
};
