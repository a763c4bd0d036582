import type { OrganizationPolicy } from '../policy';

/**
 * Member accounts stay in the organization, open, under its policies and its trail.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_leave-as-member.html
 */
export const denyLeavingOrganization: OrganizationPolicy = {
  id: 'deny-leaving-organization',
  kind: 'service-control-policy',
  title: {
    en: 'No account leaves the organization or closes itself',
    ja: 'アカウントは組織を離脱できず、自分自身を解約することもできない',
  },
  why: {
    en: 'An account that leaves takes its data out of reach of every other control: policies, trail, detection and billing.',
    ja: '離脱したアカウントのデータには、ポリシー、証跡、検知、請求のいずれも届かなくなる。',
  },
  statements: () => [
    {
      Sid: 'DenyLeavingOrganization',
      Effect: 'Deny',
      Action: ['account:CloseAccount', 'organizations:LeaveOrganization'],
      // Neither action has a resource that could be named.
      Resource: '*',
    },
  ],
  denied: ({ partition, workloadAccountId, auditAccountId }) => [
    {
      says: {
        en: 'An administrator of a workload account takes it out of the organization',
        ja: 'ワークロードアカウントの管理者がアカウントを組織から離脱させる',
      },
      principal: `arn:${partition}:iam::${workloadAccountId}:role/administrator`,
      action: 'organizations:LeaveOrganization',
      resource: '*',
    },
    {
      says: {
        en: 'The root user of the audit account closes the account',
        ja: '監査アカウントのルートユーザーがアカウントを解約する',
      },
      principal: `arn:${partition}:iam::${auditAccountId}:root`,
      action: 'account:CloseAccount',
      resource: `arn:${partition}:account::${auditAccountId}:account`,
    },
  ],
  allowed: ({ partition, workloadAccountId }) => [
    {
      says: { en: 'An administrator reads which organization the account is in', ja: '管理者が所属する組織を確認する' },
      principal: `arn:${partition}:iam::${workloadAccountId}:role/administrator`,
      action: 'organizations:DescribeOrganization',
      resource: '*',
    },
    {
      says: { en: 'An administrator reads the alternate contacts', ja: '管理者が代替の連絡先を確認する' },
      principal: `arn:${partition}:iam::${workloadAccountId}:role/administrator`,
      action: 'account:GetAlternateContact',
      resource: `arn:${partition}:account::${workloadAccountId}:account`,
    },
  ],
};
