import type { Control } from './control';

/** Promises about who may do what. */
export const identityControls: readonly Control[] = [
  {
    id: 'IDN-01',
    severity: 'critical',
    promise: {
      en: 'Nobody makes an IAM user or a credential that does not expire',
      ja: 'IAM ユーザーと期限のない認証情報は誰にも作れない',
    },
    implementedBy: ['policies/service-control/deny-iam-users-and-access-keys.ts'],
    shownBy: { policies: ['deny-iam-users-and-access-keys'] },
    askedBy: { cis7: ['2.19'], securityHub: ['IAM.3', 'IAM.5'], nist80053: ['AC-2', 'IA-2', 'IA-5'] },
  },
  {
    id: 'IDN-02',
    severity: 'high',
    promise: {
      en: 'Permission sets are job titles with least privilege and sessions of at most four hours',
      ja: '許可セットは職務ごとの最小権限で、セッションは最長 4 時間である',
    },
    implementedBy: ['policies/permission-sets/index.ts', 'stacks/management-identity-center-stack.ts'],
    shownBy: {
      rules: [
        'permission-set-session-at-most-four-hours',
        'permission-set-no-administrator-wildcard',
        'permission-set-that-creates-roles-has-boundary',
      ],
    },
    askedBy: { cis7: ['2.14', '2.20'], securityHub: ['IAM.1', 'IAM.21'], nist80053: ['AC-6'] },
  },
  {
    id: 'IDN-04',
    severity: 'high',
    promise: {
      en: 'Roles that services use name the account they act for',
      ja: 'サービスが使うロールは、どのアカウントのために動くかを明示する',
    },
    implementedBy: ['constructs/account-service-principal.ts'],
    shownBy: { rules: ['service-trust-names-source'] },
    askedBy: { cis7: ['2.21'], nist80053: ['AC-3', 'SC-7'], owaspLlm: ['LLM06'] },
  },
  {
    id: 'IDN-06',
    severity: 'medium',
    promise: {
      en: 'Access from outside the organization is reported in every governed region',
      ja: '組織外からのアクセスは統制対象の全リージョンで報告される',
    },
    implementedBy: ['constructs/external-access-analyzer.ts', 'stacks/audit-access-analyzer-stack.ts'],
    shownBy: { checks: ['governed-regions-covered'], tests: ['test/stacks/audit-access-analyzer-stack.test.ts'] },
    askedBy: { cis7: ['2.18'], securityHub: ['IAM.28'], nist80053: ['AC-3', 'CA-7'] },
  },
];
