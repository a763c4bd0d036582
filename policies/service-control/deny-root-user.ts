import { administratorRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * The root user of a member account does nothing. What only a root user can do is done in a short session that the management
 * account opens for one task, which this policy leaves alone.
 *
 * To sign in as the root user once more, detach the policy from the account's unit first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-assumedroot
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
export const denyRootUser: OrganizationPolicy = {
  id: 'deny-root-user',
  kind: 'service-control-policy',
  title: {
    en: 'The root user of a member account does nothing',
    ja: 'メンバーアカウントのルートユーザーは何も実行できない',
  },
  why: {
    en: 'No identity policy binds the root user, and whoever reads the mailbox of the account can become it.',
    ja: 'ルートユーザーには ID ベースのポリシーが効かず、アカウントのメールを読める人は誰でもルートユーザーになりうる。',
  },
  statements: ({ partition }) => [
    {
      Sid: 'DenyRootUser',
      Effect: 'Deny',
      // Every action on everything: a root user that may do one thing is a root user to steal.
      Action: '*',
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::*:root` },
        // Present in sessions of sts:AssumeRoot only.
        Null: { 'aws:AssumedRoot': 'true' },
      },
    },
  ],
  denied: ({ partition, workloadAccountId, logArchiveAccountId, trailBucketArn }) => [
    {
      says: {
        en: 'Somebody signs in as the root user and makes an access key',
        ja: 'ルートユーザーでサインインし、アクセスキーを作成する',
      },
      principal: `arn:${partition}:iam::${workloadAccountId}:root`,
      action: 'iam:CreateAccessKey',
      resource: `arn:${partition}:iam::${workloadAccountId}:root`,
    },
    {
      says: {
        en: 'The root user of the log archive reads the logs',
        ja: 'ログアーカイブのルートユーザーがログを読む',
      },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:root`,
      action: 's3:GetObject',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
    },
  ],
  allowed: (facts) => [
    {
      says: {
        en: 'The management account opens a root session and deletes a bucket policy that locks everybody out',
        ja: '管理アカウントが一時的なルートセッションを開き、全員を締め出したバケットポリシーを削除する',
      },
      principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:root`,
      action: 's3:DeleteBucketPolicy',
      resource: `arn:${facts.partition}:s3:::locked-bucket`,
      context: { 'aws:AssumedRoot': 'true' },
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
      says: { en: 'An administrator lists the roles', ja: '管理者がロールの一覧を見る' },
      principal: administratorRole(facts),
      action: 'iam:ListRoles',
      resource: '*',
    },
  ],
};
