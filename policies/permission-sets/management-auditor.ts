import type { PermissionSet } from '../permission-set';

/** Reads how the organization, its policies and its people are set up; changes nothing. For the management account only. */
export const managementAuditor: PermissionSet = {
  name: 'management-auditor',
  title: {
    en: 'Reads how the organization and its policies are set up',
    ja: '組織とポリシーの設定を閲覧する',
  },
  why: {
    en: 'Policies, delegations and permission sets are seen in the management account alone, and nobody needs to change one to review it.',
    ja: 'ポリシー・委任・許可セットを確認できるのは管理アカウントだけであり、レビューに変更権限は要らない。',
  },
  sessionDuration: 'PT4H',
  managedPolicies: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  statements: () => [],
};
