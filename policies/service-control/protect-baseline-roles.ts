import { administratorRole, deploymentRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const policy = ({ baselinePolicyArns, workloadAccountId }: PolicyFacts) =>
  rolesLike(baselinePolicyArns, workloadAccountId);

/**
 * The roles of this baseline, and every role that another policy exempts, are made, changed and handed to a service by those
 * roles alone. Otherwise whoever may create a role would give it an exempt name, and no policy would hold.
 *
 * Names that start with the organization's name belong to the baseline: no team can use them for roles and policies of its own.
 * Who may assume the roles is decided by their trust policies.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const protectBaselineRoles: OrganizationPolicy = {
  id: 'protect-baseline-roles',
  kind: 'service-control-policy',
  theme: 'evidence',
  title: {
    en: 'Only deployments and administrators change the roles of the baseline',
    ja: 'ベースラインのロールは、デプロイと管理者だけが変更できる',
  },
  why: {
    en: 'Every exemption is a role name. Whoever can make, change or pass such a role has all exemptions at once.',
    ja: '例外はすべてロール名で決まる。そのロールを作成・変更・受け渡しできる者は、すべての例外を手に入れる。',
  },
  statements: (facts) => [
    {
      Sid: 'ProtectBaselineRoles',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PassRole',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      Resource: protectedRoleArns(facts),
      Condition: { ArnNotLike: { 'aws:PrincipalArn': facts.administrationRoleArns } },
    },
    {
      Sid: 'ProtectBaselineRolesPolicies',
      Effect: 'Deny',
      Action: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
      ],
      Resource: facts.baselinePolicyArns,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': facts.administrationRoleArns } },
    },
  ],
  denied: (facts) =>
    [
      {
        says: {
          en: 'An intruder makes a role with a name that every policy exempts',
          ja: '侵入者が、どのポリシーでも例外になる名前のロールを作成する',
        },
        principal: administratorRole(facts),
        action: 'iam:CreateRole',
        resource: deploymentRole(facts),
        context: { 'iam:PermissionsBoundary': facts.permissionsBoundaryArn(facts.workloadAccountId) },
        likewise: { resources: rolesLike(protectedRoleArns(facts), facts.workloadAccountId) },
      },
      {
        says: {
          en: 'An intruder lets their own account assume the deployment role',
          ja: '侵入者がデプロイ用ロールを自分のアカウントから引き受けられるようにする',
        },
        principal: administratorRole(facts),
        action: 'iam:UpdateAssumeRolePolicy',
        resource: deploymentRole(facts),
        likewise: {
          actions: [
            'iam:AttachRolePolicy',
            'iam:DeleteRole',
            'iam:DeleteRolePermissionsBoundary',
            'iam:DeleteRolePolicy',
            'iam:DetachRolePolicy',
            'iam:PutRolePermissionsBoundary',
            'iam:PutRolePolicy',
            'iam:TagRole',
            'iam:UntagRole',
            'iam:UpdateRole',
            'iam:UpdateRoleDescription',
          ],
        },
      },
      {
        says: {
          en: 'A developer starts a stack with the deployment role',
          ja: '開発者がデプロイ用ロールを渡してスタックを作成する',
        },
        principal: developerRole(facts),
        action: 'iam:PassRole',
        resource: deploymentRole(facts),
        context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
      },
      {
        says: {
          en: 'A developer loosens the permissions boundary',
          ja: '開発者がアクセス許可の境界を緩める',
        },
        principal: developerRole(facts),
        action: 'iam:CreatePolicyVersion',
        resource: facts.permissionsBoundaryArn(facts.workloadAccountId),
        likewise: {
          actions: ['iam:CreatePolicy', 'iam:DeletePolicy', 'iam:DeletePolicyVersion', 'iam:SetDefaultPolicyVersion'],
          resources: policy(facts),
        },
      },
    ] as const,
  allowed: (facts) => [
    {
      says: { en: 'An exempt role changes a role of the baseline', ja: '例外のロールがベースラインのロールを変更する' },
      principal: deploymentRole(facts),
      action: 'iam:PutRolePolicy',
      resource: rolesLike(facts.baselineRoleArns, facts.workloadAccountId)[0] ?? '*',
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: {
        en: 'A deployment changes the permissions boundary',
        ja: 'デプロイがアクセス許可の境界を変更する',
      },
      principal: deploymentRole(facts),
      action: 'iam:CreatePolicyVersion',
      resource: facts.permissionsBoundaryArn(facts.workloadAccountId),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: { en: 'A developer gives a role of their own to a function', ja: '開発者が自分のロールを関数に渡す' },
      principal: developerRole(facts),
      action: 'iam:PassRole',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/report`,
      context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    },
    {
      says: { en: 'A developer makes a managed policy of their own', ja: '開発者が自分の管理ポリシーを作成する' },
      principal: developerRole(facts),
      action: 'iam:CreatePolicy',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:policy/report`,
    },
  ],
};

/** Roles of the baseline and roles that are exempt somewhere, without those that another pattern includes. */
export function protectedRoleArns(facts: PolicyFacts): readonly string[] {
  const patterns = [
    ...facts.baselineRoleArns,
    ...facts.administrationRoleArns,
    ...facts.auditorRoleArns,
    ...facts.procurementRoleArns,
    ...facts.recoveryRoleArns,
  ];
  return [...new Set(patterns)].filter(
    (pattern) => !patterns.some((other) => other !== pattern && includes(other, pattern)),
  );
}

/** Whether a pattern that ends with a wildcard includes whatever the other one does. */
function includes(pattern: string, other: string): boolean {
  return pattern.endsWith('*') && other.startsWith(pattern.slice(0, -1));
}
