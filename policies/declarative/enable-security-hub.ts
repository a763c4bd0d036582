import type { DeclarativePolicy } from '../policy';

/**
 * The unified Security Hub is on in every governed region of every account. Next to Security Hub CSPM it brings a service-linked
 * configuration recorder, so that no AWS Config stack is needed in any account.
 *
 * About $3.75 a month per resource unit; one unit is 12 functions or 125 roles.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_security_hub.html
 */
export const enableSecurityHub: DeclarativePolicy = {
  id: 'enable-security-hub',
  type: 'SECURITYHUB_POLICY',
  title: { en: 'Security Hub is on in every account', ja: 'すべてのアカウントで Security Hub を有効にする' },
  why: {
    en: 'Findings that nobody collects are findings that nobody reads, and the controls need a configuration recorder that records.',
    ja: '集約されない検出結果は誰にも読まれない。また、コントロールの評価には構成レコーダーが必要になる。',
  },
  applies: ({ unifiedSecurityHub }) => unifiedSecurityHub,
  content: ({ governedRegions }) => ({
    securityhub: {
      enable_in_regions: { '@@assign': governedRegions },
      disable_in_regions: { '@@assign': [] },
    },
  }),
};
