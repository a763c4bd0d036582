import { columns } from './columns';
import { outcome, principal } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';
import { list, literal } from './sql-text';

const ofTrails = [
  ...['CreateTrail', 'DeleteTrail', 'PutEventSelectors', 'PutInsightSelectors', 'StartLogging', 'StopLogging'],
  'UpdateTrail',
];
const ofBuckets = [
  ...['DeleteBucket', 'DeleteBucketEncryption', 'DeleteBucketLifecycle', 'DeleteBucketPolicy'],
  ...['DeleteBucketPublicAccessBlock', 'PutBucketAcl', 'PutBucketEncryption', 'PutBucketLifecycle'],
  ...['PutBucketLogging', 'PutBucketObjectLockConfiguration', 'PutBucketOwnershipControls', 'PutBucketPolicy'],
  ...['PutBucketPublicAccessBlock', 'PutBucketReplication', 'PutBucketVersioning'],
];
const ofKeys = [
  ...['CancelKeyDeletion', 'CreateGrant', 'DeleteAlias', 'DisableKey', 'DisableKeyRotation', 'EnableKey'],
  ...['PutKeyPolicy', 'ScheduleKeyDeletion', 'UpdateAlias'],
];

/**
 * Names as CloudTrail records them, which are not always the names of the actions.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
export const trailAndArchiveChanges: SavedQuery = {
  id: 'trail-and-archive-changes',
  title: { en: 'Changes of trails, of the log archive and of its keys', ja: '証跡・ログアーカイブ・その鍵の変更' },
  question: {
    en: 'Who changed, or tried to change, a trail in any account, a bucket that holds evidence, or a key of the log archive.',
    ja: '証跡（全アカウント）、証拠を保管するバケット、ログアーカイブの鍵を、誰が変更した（しようとした）か。',
  },
  columns: [
    columns.eventTime,
    columns.account,
    columns.region,
    columns.service,
    columns.action,
    columns.principal,
    columns.sourceIp,
    columns.outcome,
    columns.request,
  ],
  sql: (facts) => `SELECT
  eventtime AS event_time,
  account,
  awsregion AS aws_region,
  eventsource AS service,
  eventname AS action,
  ${principal} AS principal,
  sourceipaddress AS source_ip,
  ${outcome} AS outcome,
  requestparameters AS request
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND (
    (eventsource = 'cloudtrail.amazonaws.com' AND eventname IN ${list(ofTrails)})
    OR (
      eventsource = 's3.amazonaws.com'
      AND eventname IN ${list(ofBuckets)}
      AND json_extract_scalar(requestparameters, '$.bucketName') IN ${list(facts.evidenceBuckets)}
    )
    OR (
      eventsource = 'kms.amazonaws.com'
      AND recipientaccountid = ${literal(facts.logArchiveAccountId)}
      AND eventname IN ${list(ofKeys)}
    )
  )
ORDER BY event_time, account, service, action`,
};
