import { allowedEvidenceChanges, deniedEvidenceChanges, otherEvidenceBuckets } from '../example-evidence-changes';
import type { OrganizationPolicy } from '../policy';

/**
 * The trail keeps recording, and what it recorded stays where it is, readable. Deployments and break-glass may change the settings;
 * nobody may delete evidence, lift its lock, or lose the keys it is encrypted with.
 *
 * A key is known by its alias: an alias that is moved takes the protection with it, so aliases stay in place too.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export const protectOrganizationTrail: OrganizationPolicy = {
  id: 'protect-organization-trail',
  kind: 'service-control-policy',
  theme: 'evidence',
  title: {
    en: 'Nobody stops the organization trail or touches the log archive',
    ja: '組織の証跡を止めること、ログアーカイブに手を加えることは誰にもできない',
  },
  why: {
    en: 'Whoever breaks in first looks for the switch of the camera. Without this policy an administrator of the log archive account is that switch.',
    ja: '侵入者がまず探すのは監視カメラのスイッチである。このポリシーがなければ、ログアーカイブアカウントの管理者がそのスイッチになる。',
  },
  statements: (facts) => {
    const { administrationRoleArns, evidenceKeyAliases, trailArn } = facts;
    const bucketArns = [facts.trailBucketArn, ...otherEvidenceBuckets(facts)];
    return [
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
          's3:UpdateObjectEncryption',
        ],
        Resource: bucketArns.flatMap((arn) => [arn, `${arn}/*`]),
      },
      {
        Sid: 'ProtectOrganizationTrailArchive',
        Effect: 'Deny',
        Action: [
          's3:DeleteBucketPolicy',
          's3:PutBucketAcl',
          's3:PutBucketLogging',
          's3:PutBucketObjectLockConfiguration',
          's3:PutBucketOwnershipControls',
          's3:PutBucketPolicy',
          's3:PutBucketPublicAccessBlock',
          's3:PutBucketVersioning',
          's3:PutEncryptionConfiguration',
          's3:PutLifecycleConfiguration',
          's3:PutReplicationConfiguration',
        ],
        Resource: bucketArns,
        Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
      },
      {
        Sid: 'ProtectOrganizationTrailKeys',
        Effect: 'Deny',
        Action: ['kms:DeleteAlias', 'kms:DisableKey', 'kms:ScheduleKeyDeletion', 'kms:UpdateAlias'],
        // The id of a key is not known before it exists; its alias is, and only keys have one.
        Resource: '*',
        Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': evidenceKeyAliases } },
      },
      {
        Sid: 'ProtectOrganizationTrailKeyPolicies',
        Effect: 'Deny',
        // A key policy that names nobody any more makes evidence unreadable at once, and one that names a stranger readable.
        Action: ['kms:DisableKeyRotation', 'kms:PutKeyPolicy'],
        // As above.
        Resource: '*',
        Condition: {
          'ForAnyValue:StringEquals': { 'kms:ResourceAliases': evidenceKeyAliases },
          ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns },
        },
      },
    ] as const;
  },
  denied: deniedEvidenceChanges,
  allowed: allowedEvidenceChanges,
};
