import { administratorRole, developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * Member accounts stay in the organization, open, under its policies and its trail.
 *
 * An account that accepts the invitation of another organization moves there without leaving first, so that denying
 * `organizations:LeaveOrganization` alone keeps nobody.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_leave-as-member.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_account_migration.html
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
      Action: ['account:CloseAccount', 'organizations:AcceptHandshake', 'organizations:LeaveOrganization'],
      // Leaving has no resource, an invitation is a resource of the other organization, and every account is meant.
      Resource: '*',
    },
  ],
  denied: (facts) => [
    {
      says: {
        en: 'An administrator of a workload account takes it out of the organization',
        ja: 'ワークロードアカウントの管理者がアカウントを組織から離脱させる',
      },
      principal: administratorRole(facts),
      action: 'organizations:LeaveOrganization',
      resource: '*',
    },
    {
      says: {
        en: 'An administrator accepts the invitation of another organization',
        ja: '管理者が別の組織からの招待を承諾する',
      },
      principal: administratorRole(facts),
      action: 'organizations:AcceptHandshake',
      resource: `arn:${facts.partition}:organizations::999988887777:handshake/o-anotherorg/invite/h-0123456789`,
    },
    {
      says: {
        en: 'An administrator of the audit account closes the account',
        ja: '監査アカウントの管理者がアカウントを解約する',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'account:CloseAccount',
      resource: `arn:${facts.partition}:account::${facts.auditAccountId}:account`,
    },
  ],
  allowed: (facts) => [
    {
      says: { en: 'An administrator reads which organization the account is in', ja: '管理者が所属する組織を確認する' },
      principal: administratorRole(facts),
      action: 'organizations:DescribeOrganization',
      resource: '*',
    },
    {
      says: { en: 'A developer reads the alternate contacts', ja: '開発者が代替の連絡先を確認する' },
      principal: developerRole(facts),
      action: 'account:GetAlternateContact',
      resource: `arn:${facts.partition}:account::${facts.workloadAccountId}:account`,
    },
  ],
};
