import { administratorRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const user = ({ partition, workloadAccountId }: PolicyFacts) =>
  `arn:${partition}:iam::${workloadAccountId}:user/legacy`;

/**
 * Nobody makes an IAM user or a credential that does not expire, and users that exist already gain nothing. Removing stays
 * open to everybody who may: keys, passwords, users.
 *
 * Who repairs an account may change existing users, because an answer to a stolen key is to deactivate it and to attach a denial.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#lock-away-credentials
 */
export const denyIamUsersAndAccessKeys: OrganizationPolicy = {
  id: 'deny-iam-users-and-access-keys',
  kind: 'service-control-policy',
  title: {
    en: 'No IAM users and no credentials that last',
    ja: 'IAM ユーザーと、期限のない認証情報を作らせない',
  },
  why: {
    en: 'Access keys in a repository or a laptop are how most accounts are broken into. People sign in with IAM Identity Center, and software with roles.',
    ja: 'アカウント侵害の多くは、リポジトリや端末に残ったアクセスキーから始まる。人は IAM Identity Center、ソフトウェアはロールを使う。',
  },
  statements: ({ recoveryRoleArns }) =>
    [
      {
        Sid: 'DenyIamUsersAndAccessKeysMade',
        Effect: 'Deny',
        Action: [
          'iam:CreateAccessKey',
          'iam:CreateLoginProfile',
          'iam:CreateUser',
          'iam:UploadSSHPublicKey',
          'iam:UploadSigningCertificate',
        ],
        // Every user there is or could be.
        Resource: '*',
        // A root session of the management account may open the way to a new root password.
        Condition: { Null: { 'aws:AssumedRoot': 'true' } },
      },
      {
        Sid: 'DenyIamUsersAndAccessKeysChanged',
        Effect: 'Deny',
        Action: [
          'iam:AddUserToGroup',
          'iam:AttachGroupPolicy',
          'iam:AttachUserPolicy',
          'iam:DeleteUserPermissionsBoundary',
          'iam:PutGroupPolicy',
          'iam:PutUserPermissionsBoundary',
          'iam:PutUserPolicy',
          'iam:UpdateAccessKey',
          'iam:UpdateLoginProfile',
          'iam:UpdateSSHPublicKey',
          'iam:UpdateSigningCertificate',
        ],
        // Every user and group there is.
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': recoveryRoleArns } },
      },
    ] as const,
  denied: (facts) => [
    {
      says: { en: 'A developer makes a user for a tool', ja: '開発者がツール用のユーザーを作成する' },
      principal: developerRole(facts),
      action: 'iam:CreateUser',
      resource: user(facts),
    },
    {
      says: {
        en: 'An intruder gives a user a second credential',
        ja: '侵入者が既存のユーザーに認証情報を追加する',
      },
      principal: administratorRole(facts),
      action: 'iam:CreateAccessKey',
      resource: user(facts),
      likewise: {
        actions: ['iam:CreateLoginProfile', 'iam:UploadSSHPublicKey', 'iam:UploadSigningCertificate'],
        principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId),
      },
    },
    {
      says: {
        en: 'An intruder takes over a user that everybody forgot',
        ja: '侵入者が忘れられていたユーザーを乗っ取る',
      },
      principal: administratorRole(facts),
      action: 'iam:UpdateAccessKey',
      resource: user(facts),
      likewise: {
        actions: [
          'iam:AttachUserPolicy',
          'iam:DeleteUserPermissionsBoundary',
          'iam:PutUserPermissionsBoundary',
          'iam:PutUserPolicy',
          'iam:UpdateLoginProfile',
          'iam:UpdateSSHPublicKey',
          'iam:UpdateSigningCertificate',
        ],
      },
    },
    {
      says: {
        en: 'An intruder puts a user into a group, or gives the group more rights',
        ja: '侵入者がユーザーをグループに追加する、またはグループの権限を増やす',
      },
      principal: administratorRole(facts),
      action: 'iam:AddUserToGroup',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:group/administrators`,
      likewise: { actions: ['iam:AttachGroupPolicy', 'iam:PutGroupPolicy'] },
    },
  ],
  allowed: (facts) =>
    [
      {
        says: {
          en: 'Who repairs an account deactivates a stolen key',
          ja: '復旧の担当者が漏えいしたアクセスキーを無効にする',
        },
        principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/OrganizationAccountAccessRole`,
        action: 'iam:UpdateAccessKey',
        resource: user(facts),
        likewise: { principals: rolesLike(facts.recoveryRoleArns, facts.workloadAccountId) },
      },
      {
        says: {
          en: 'The management account opens a root session and lets the owner set a new password',
          ja: '管理アカウントが一時的なルートセッションを開き、パスワードの再設定を許可する',
        },
        principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:root`,
        action: 'iam:CreateLoginProfile',
        resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:root`,
        context: { 'aws:AssumedRoot': 'true' },
      },
      {
        says: { en: 'An administrator deletes an old key', ja: '管理者が古いアクセスキーを削除する' },
        principal: administratorRole(facts),
        action: 'iam:DeleteAccessKey',
        resource: user(facts),
      },
      {
        says: { en: 'A developer makes a role for a function', ja: '開発者が関数用のロールを作成する' },
        principal: developerRole(facts),
        action: 'iam:CreateRole',
        resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/report`,
        context: { 'iam:PermissionsBoundary': facts.permissionsBoundaryArn(facts.workloadAccountId) },
      },
    ] as const,
};
