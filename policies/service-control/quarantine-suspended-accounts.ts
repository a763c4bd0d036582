import { administratorRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const bucket = ({ partition }: PolicyFacts) => `arn:${partition}:s3:::old-project`;

/**
 * In a suspended account nothing happens any more: no person and no software of the account can do anything. Left are the people
 * who repair accounts, the auditors, who look and change nothing, and for everybody else the view of costs and events and the way
 * to AWS Support.
 *
 * What runs keeps running and keeps costing until it is stopped; resources are not deleted before the account is to be closed.
 * https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/procedural-ous.html#suspended-ou
 */
export const quarantineSuspendedAccounts: OrganizationPolicy = {
  id: 'quarantine-suspended-accounts',
  kind: 'service-control-policy',
  targets: 'suspended-units',
  title: {
    en: 'Nothing happens in suspended accounts',
    ja: '停止中のアカウントでは何も実行できない',
  },
  why: {
    en: 'An account nobody uses is an account nobody watches: its old roles and keys still work.',
    ja: '誰も使わないアカウントは誰も見ていないアカウントであり、古いロールやキーは生きたままである。',
  },
  statements: ({ recoveryRoleArns, auditorRoleArns }) => [
    {
      Sid: 'QuarantineSuspendedAccounts',
      Effect: 'Deny',
      // All read actions of billing, and all of support: a case about a suspended account must be possible.
      NotAction: [
        'billing:Get*',
        'billing:List*',
        'budgets:ViewBudget',
        'ce:Describe*',
        'ce:Get*',
        'ce:List*',
        'cloudtrail:LookupEvents',
        'health:Describe*',
        'support:*',
      ],
      // Everything in the account.
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': [...recoveryRoleArns, ...auditorRoleArns] } },
    },
  ],
  denied: (facts) => [
    {
      says: {
        en: 'A forgotten function writes to a bucket of the suspended account',
        ja: '忘れられた関数が、停止中のアカウントのバケットに書き込む',
      },
      principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/old-function`,
      action: 's3:PutObject',
      resource: `${bucket(facts)}/data.json`,
    },
    {
      says: {
        en: 'A former administrator makes a role in the suspended account',
        ja: '以前の管理者が、停止中のアカウントでロールを作成する',
      },
      principal: administratorRole(facts),
      action: 'iam:CreateRole',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/back-again`,
    },
    {
      says: {
        en: 'A former owner changes what the account pays and whom it tells',
        ja: '以前の担当者が、請求や通知の設定を変更する',
      },
      principal: developerRole(facts),
      action: 'billing:UpdateBillingPreferences',
      resource: '*',
      likewise: {
        actions: [
          'budgets:ModifyBudget',
          'ce:CreateAnomalyMonitor',
          'cloudtrail:StopLogging',
          'health:EnableHealthServiceAccessForOrganization',
        ],
      },
    },
  ],
  allowed: (facts) => [
    {
      says: {
        en: 'Who repairs accounts removes a resource before the account is closed',
        ja: '復旧の担当者が、解約の前にリソースを削除する',
      },
      principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/OrganizationAccountAccessRole`,
      action: 's3:DeleteBucket',
      resource: bucket(facts),
      likewise: { principals: rolesLike(facts.recoveryRoleArns, facts.workloadAccountId) },
    },
    ...rolesLike(facts.auditorRoleArns, facts.workloadAccountId).map((principal) => ({
      says: { en: 'An auditor lists the roles', ja: '監査人がロールの一覧を見る' },
      principal,
      action: 'iam:ListRoles',
      resource: '*',
    })),
    {
      says: {
        en: 'The former owner looks at the costs and opens a support case',
        ja: '以前の担当者がコストを確認し、サポートケースを起票する',
      },
      principal: developerRole(facts),
      action: 'support:CreateCase',
      resource: '*',
      likewise: {
        actions: [
          'billing:GetBillingData',
          'billing:ListBillingViews',
          'budgets:ViewBudget',
          'ce:DescribeReport',
          'ce:GetCostAndUsage',
          'ce:ListCostAllocationTags',
          'cloudtrail:LookupEvents',
          'health:DescribeEvents',
        ],
      },
    },
  ],
};
