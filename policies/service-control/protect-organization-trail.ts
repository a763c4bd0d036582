import type { OrganizationPolicy } from '../policy';

/**
 * The trail keeps recording, and what it recorded stays where it is. Deployments and break-glass may change the settings; nobody
 * may delete evidence or lift its lock.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const protectOrganizationTrail: OrganizationPolicy = {
  id: 'protect-organization-trail',
  kind: 'service-control-policy',
  title: {
    en: 'Nobody stops the organization trail or touches the log archive',
    ja: '組織の証跡を止めること、ログアーカイブに手を加えることは誰にもできない',
  },
  why: {
    en: 'Whoever breaks in first looks for the switch of the camera. Without this policy an administrator of the log archive account is that switch.',
    ja: '侵入者がまず探すのは監視カメラのスイッチである。このポリシーがなければ、ログアーカイブアカウントの管理者がそのスイッチになる。',
  },
  statements: ({ administrationRoleArns, trailArn, trailBucketArn, findingsBucketArn }) => [
    {
      Sid: 'ProtectOrganizationTrailLogging',
      Effect: 'Deny',
      Action: [
        'cloudtrail:AddTags',
        'cloudtrail:DeleteTrail',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:PutInsightSelectors',
        'cloudtrail:RemoveTags',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateTrail',
      ],
      Resource: trailArn,
    },
    {
      Sid: 'ProtectOrganizationTrailEvidence',
      Effect: 'Deny',
      Action: [
        's3:BypassGovernanceRetention',
        's3:DeleteBucket',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:PutObjectLegalHold',
        's3:PutObjectRetention',
      ],
      Resource: [trailBucketArn, `${trailBucketArn}/*`, findingsBucketArn, `${findingsBucketArn}/*`],
    },
    {
      Sid: 'ProtectOrganizationTrailArchive',
      Effect: 'Deny',
      Action: [
        's3:DeleteBucketPolicy',
        's3:PutBucketAcl',
        's3:PutBucketObjectLockConfiguration',
        's3:PutBucketOwnershipControls',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
      ],
      Resource: [trailBucketArn, findingsBucketArn],
      Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
    },
  ],
  denied: ({ partition, logArchiveAccountId, workloadAccountId, trailArn, trailBucketArn }) => [
    {
      says: {
        en: 'An intruder with administrator rights stops the trail',
        ja: '管理者権限を得た侵入者が証跡を停止する',
      },
      principal: `arn:${partition}:iam::${workloadAccountId}:role/administrator`,
      action: 'cloudtrail:StopLogging',
      resource: trailArn,
    },
    {
      says: {
        en: 'An administrator of the log archive deletes a log file',
        ja: 'ログアーカイブの管理者がログファイルを削除する',
      },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:role/administrator`,
      action: 's3:DeleteObjectVersion',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
    },
    {
      says: {
        en: 'A deployment role lifts the lock of a log file',
        ja: 'デプロイ用ロールがログファイルのロックを解除する',
      },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:role/cdk-hnb659fds-cfn-exec-role-${logArchiveAccountId}-ap-northeast-1`,
      action: 's3:BypassGovernanceRetention',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
    },
    {
      says: { en: 'A developer shortens the lifecycle of the logs', ja: '開発者がログのライフサイクルを短くする' },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:role/developer`,
      action: 's3:PutLifecycleConfiguration',
      resource: trailBucketArn,
    },
  ],
  allowed: ({ partition, logArchiveAccountId, trailBucketArn, workloadAccountId }) => [
    {
      says: {
        en: 'A deployment of this baseline updates the bucket policy',
        ja: 'このベースラインのデプロイがバケットポリシーを更新する',
      },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:role/cdk-hnb659fds-cfn-exec-role-${logArchiveAccountId}-ap-northeast-1`,
      action: 's3:PutBucketPolicy',
      resource: trailBucketArn,
    },
    {
      says: { en: 'An auditor reads a log file', ja: '監査人がログファイルを読む' },
      principal: `arn:${partition}:iam::${logArchiveAccountId}:role/auditor`,
      action: 's3:GetObject',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
    },
    {
      says: {
        en: 'A developer deletes an object of their own bucket',
        ja: '開発者が自分のバケットのオブジェクトを削除する',
      },
      principal: `arn:${partition}:iam::${workloadAccountId}:role/developer`,
      action: 's3:DeleteObject',
      resource: `arn:${partition}:s3:::developer-scratch/file.txt`,
    },
  ],
};
