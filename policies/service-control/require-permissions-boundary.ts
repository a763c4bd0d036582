import { administratorRole, deploymentRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const role = ({ partition, workloadAccountId }: PolicyFacts) =>
  `arn:${partition}:iam::${workloadAccountId}:role/report`;

/**
 * A role that somebody makes carries the permissions boundary of the account, and keeps it. Deployments and administrators are exempt:
 * the roles of the baseline have duties no workload has.
 *
 * Roles that exist already, and service-linked roles, are not touched. The boundary itself is protected by
 * `protect-baseline-roles`. In accounts without a workload there is no boundary, and therefore no role of one's own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export const requirePermissionsBoundary: OrganizationPolicy = {
  id: 'require-permissions-boundary',
  kind: 'service-control-policy',
  title: {
    en: 'Roles of workloads carry the permissions boundary',
    ja: 'ワークロードのロールには必ずアクセス許可の境界を付ける',
  },
  why: {
    en: 'Whoever may create a role and pass it to a function may do everything, unless the role has a ceiling.',
    ja: 'ロールを作成して関数に渡せる者は、ロールに上限がない限り何でもできる。',
  },
  applies: ({ options }) => options.requirePermissionsBoundary,
  statements: ({ administrationRoleArns, permissionsBoundaryArn }) =>
    [
      {
        Sid: 'RequirePermissionsBoundary',
        Effect: 'Deny',
        Action: ['iam:CreateRole', 'iam:PutRolePermissionsBoundary'],
        // Every role, whatever its name.
        Resource: '*',
        Condition: {
          ArnNotLike: {
            // True as well when the request names no boundary.
            'iam:PermissionsBoundary': permissionsBoundaryArn('*'),
            'aws:PrincipalArn': administrationRoleArns,
          },
        },
      },
      {
        Sid: 'RequirePermissionsBoundaryKept',
        Effect: 'Deny',
        Action: 'iam:DeleteRolePermissionsBoundary',
        // Every role, whatever its name.
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
      },
    ] as const,
  denied: (facts) => [
    {
      says: { en: 'A developer makes a role without a ceiling', ja: '開発者が上限のないロールを作成する' },
      principal: developerRole(facts),
      action: 'iam:CreateRole',
      resource: role(facts),
    },
    {
      says: {
        en: 'A developer puts a boundary of their own on a role',
        ja: '開発者がロールの境界を自分の緩いものに替える',
      },
      principal: developerRole(facts),
      action: 'iam:PutRolePermissionsBoundary',
      resource: role(facts),
      context: { 'iam:PermissionsBoundary': `arn:${facts.partition}:iam::aws:policy/AdministratorAccess` },
    },
    {
      says: { en: 'An intruder removes the boundary of a role', ja: '侵入者がロールの境界を外す' },
      principal: administratorRole(facts),
      action: 'iam:DeleteRolePermissionsBoundary',
      resource: role(facts),
    },
  ],
  allowed: (facts) => [
    {
      says: { en: 'A deployment makes a role of the baseline', ja: 'デプロイがベースラインのロールを作成する' },
      principal: deploymentRole(facts),
      action: 'iam:CreateRole',
      resource: rolesLike(facts.baselineRoleArns, facts.workloadAccountId)[0] ?? '*',
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: {
        en: 'A deployment removes the boundary of a role of the baseline',
        ja: 'デプロイがベースラインのロールの境界を外す',
      },
      principal: deploymentRole(facts),
      action: 'iam:DeleteRolePermissionsBoundary',
      resource: rolesLike(facts.baselineRoleArns, facts.workloadAccountId)[0] ?? '*',
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: { en: 'A developer makes a role with the boundary', ja: '開発者が境界付きのロールを作成する' },
      principal: developerRole(facts),
      action: 'iam:CreateRole',
      resource: role(facts),
      context: { 'iam:PermissionsBoundary': facts.permissionsBoundaryArn(facts.workloadAccountId) },
      likewise: { actions: ['iam:PutRolePermissionsBoundary'] },
    },
    {
      says: { en: 'A developer changes what a role may do', ja: '開発者がロールの権限を変更する' },
      principal: developerRole(facts),
      action: 'iam:PutRolePolicy',
      resource: role(facts),
    },
  ],
};
