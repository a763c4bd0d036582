import { administratorRole, deploymentRole, developerRole, rolesLike } from './example-roles';
import type { Example, PolicyFacts } from './policy';

/** The buckets of the log archive beside that of the trail. */
export function otherEvidenceBuckets(facts: PolicyFacts): readonly string[] {
  const { findingsBucketArn, accessLogBucketArn, proofBucketArn, configurationBucketArn } = facts;
  return [
    findingsBucketArn,
    accessLogBucketArn,
    proofBucketArn,
    ...(configurationBucketArn ? [configurationBucketArn] : []),
  ];
}

/** Changes of the trail, the log archive and its keys that nobody may make, or deployments only. */
export function deniedEvidenceChanges(facts: PolicyFacts): readonly Example[] {
  const { partition, homeRegion, logArchiveAccountId, trailArn, trailBucketArn } = facts;
  const otherBuckets = otherEvidenceBuckets(facts);
  const [firstAlias, ...otherAliases] = facts.evidenceKeyAliases;
  const keyIsLost = (alias: string | undefined) => ({
    says: {
      en: `An administrator schedules the deletion of the key ${alias}`,
      ja: `管理者がキー ${alias} の削除を予約する`,
    },
    principal: administratorRole(facts, logArchiveAccountId),
    action: 'kms:ScheduleKeyDeletion',
    resource: `arn:${partition}:kms:${homeRegion}:${logArchiveAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    context: { 'kms:ResourceAliases': [alias ?? ''] },
  });
  return [
    {
      says: {
        en: 'An intruder with administrator rights stops the trail',
        ja: '管理者権限を得た侵入者が証跡を停止する',
      },
      principal: administratorRole(facts),
      action: 'cloudtrail:StopLogging',
      resource: trailArn,
      likewise: {
        actions: [
          'cloudtrail:AddTags',
          'cloudtrail:DeleteTrail',
          'cloudtrail:PutEventSelectors',
          'cloudtrail:PutInsightSelectors',
          'cloudtrail:RemoveTags',
          'cloudtrail:UpdateTrail',
        ],
      },
    },
    {
      says: {
        en: 'An administrator of the log archive deletes a log file',
        ja: 'ログアーカイブの管理者がログファイルを削除する',
      },
      principal: administratorRole(facts, logArchiveAccountId),
      action: 's3:DeleteObjectVersion',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
      likewise: {
        actions: ['s3:DeleteObject', 's3:PutObjectLegalHold', 's3:PutObjectRetention', 's3:UpdateObjectEncryption'],
        resources: otherBuckets.map((arn) => `${arn}/2026/11/24/log.json.gz`),
      },
    },
    {
      says: {
        en: 'A deployment role lifts the lock of a log file',
        ja: 'デプロイ用ロールがログファイルのロックを解除する',
      },
      principal: deploymentRole(facts, logArchiveAccountId),
      action: 's3:BypassGovernanceRetention',
      resource: `${trailBucketArn}/AWSLogs/log.json.gz`,
      likewise: { principals: rolesLike(facts.administrationRoleArns, logArchiveAccountId) },
    },
    {
      says: { en: 'A deployment role deletes the bucket', ja: 'デプロイ用ロールがバケットを削除する' },
      principal: deploymentRole(facts, logArchiveAccountId),
      action: 's3:DeleteBucket',
      resource: trailBucketArn,
      likewise: { resources: otherBuckets },
    },
    {
      says: { en: 'A developer shortens the lifecycle of the logs', ja: '開発者がログのライフサイクルを短くする' },
      principal: developerRole(facts, logArchiveAccountId),
      action: 's3:PutLifecycleConfiguration',
      resource: trailBucketArn,
      likewise: { resources: otherBuckets },
    },
    {
      says: {
        en: 'An intruder opens the log archive to an account of their own',
        ja: '侵入者がログアーカイブを自分のアカウントに公開する',
      },
      principal: administratorRole(facts, logArchiveAccountId),
      action: 's3:PutBucketPolicy',
      resource: trailBucketArn,
      likewise: {
        actions: [
          's3:DeleteBucketPolicy',
          's3:PutBucketAcl',
          's3:PutBucketLogging',
          's3:PutBucketObjectLockConfiguration',
          's3:PutBucketOwnershipControls',
          's3:PutBucketPublicAccessBlock',
          's3:PutBucketVersioning',
          's3:PutEncryptionConfiguration',
          's3:PutReplicationConfiguration',
        ],
      },
    },
    {
      ...keyIsLost(firstAlias),
      likewise: { actions: ['kms:DeleteAlias', 'kms:DisableKey', 'kms:UpdateAlias'] },
    },
    ...otherAliases.map(keyIsLost),
    ...facts.evidenceKeyAliases.map((alias) => ({
      ...keyIsLost(alias),
      says: {
        en: `An administrator rewrites the policy of the key ${alias}`,
        ja: `管理者がキー ${alias} のキーポリシーを書き換える`,
      },
      action: 'kms:PutKeyPolicy',
      likewise: { actions: ['kms:DisableKeyRotation'] },
    })),
  ];
}

/** What has to go on: deployments, reading, and work with what is not evidence. */
export function allowedEvidenceChanges(facts: PolicyFacts): readonly Example[] {
  return [
    {
      says: {
        en: 'A deployment of this baseline updates the bucket policy',
        ja: 'このベースラインのデプロイがバケットポリシーを更新する',
      },
      principal: deploymentRole(facts, facts.logArchiveAccountId),
      action: 's3:PutBucketPolicy',
      resource: facts.trailBucketArn,
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.logArchiveAccountId) },
    },
    {
      says: {
        en: 'A deployment of this baseline changes the policy of the key of the trail',
        ja: 'このベースラインのデプロイが証跡のキーのキーポリシーを変更する',
      },
      principal: deploymentRole(facts, facts.logArchiveAccountId),
      action: 'kms:PutKeyPolicy',
      resource: `arn:${facts.partition}:kms:${facts.homeRegion}:${facts.logArchiveAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
      context: { 'kms:ResourceAliases': [facts.evidenceKeyAliases[0] ?? ''] },
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.logArchiveAccountId) },
    },
    {
      says: {
        en: 'A developer changes the policy of a key of their own',
        ja: '開発者が自分のキーのキーポリシーを変更する',
      },
      principal: developerRole(facts),
      action: 'kms:PutKeyPolicy',
      resource: `arn:${facts.partition}:kms:${facts.homeRegion}:${facts.workloadAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
      context: { 'kms:ResourceAliases': ['alias/experiment'] },
    },
    {
      says: { en: 'An auditor reads a log file', ja: '監査人がログファイルを読む' },
      principal: `arn:${facts.partition}:iam::${facts.logArchiveAccountId}:role/auditor`,
      action: 's3:GetObject',
      resource: `${facts.trailBucketArn}/AWSLogs/log.json.gz`,
    },
    {
      says: {
        en: 'A developer deletes an object of their own bucket',
        ja: '開発者が自分のバケットのオブジェクトを削除する',
      },
      principal: developerRole(facts),
      action: 's3:DeleteObject',
      resource: `arn:${facts.partition}:s3:::developer-scratch/file.txt`,
    },
    {
      says: { en: 'A developer sets the policy of their own bucket', ja: '開発者が自分のバケットのポリシーを設定する' },
      principal: developerRole(facts),
      action: 's3:PutBucketPolicy',
      resource: `arn:${facts.partition}:s3:::developer-scratch`,
    },
    {
      says: { en: 'A developer stops a trail of their own', ja: '開発者が自分で作った証跡を停止する' },
      principal: developerRole(facts),
      action: 'cloudtrail:StopLogging',
      resource: `arn:${facts.partition}:cloudtrail:${facts.homeRegion}:${facts.workloadAccountId}:trail/experiment`,
    },
    {
      says: { en: 'A developer deletes a key of their own', ja: '開発者が自分で作ったキーを削除する' },
      principal: developerRole(facts),
      action: 'kms:ScheduleKeyDeletion',
      resource: `arn:${facts.partition}:kms:${facts.homeRegion}:${facts.workloadAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
      context: { 'kms:ResourceAliases': ['alias/experiment'] },
    },
  ];
}
