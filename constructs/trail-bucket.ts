import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, type IBucket, type LifecycleRule, ObjectLockRetention, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket';

export interface TrailBucketProps {
  readonly bucketName: string;
  /** The only trail that may deliver. */
  readonly trailArn: string;
  readonly managementAccountId: string;
  readonly organizationId: string;
  readonly encryptionKey: IKey;
  /** Days every log file is locked, and kept. */
  readonly retentionDays: number;
  /** Days after which log files move to Glacier Instant Retrieval, 90 or more before they go. @default they do not move */
  readonly colderAfterDays?: number;
  /** `governance` can be lifted by an administrator of this account, `compliance` by nobody. */
  readonly objectLock: 'governance' | 'compliance';
  readonly accessLogs: IBucket;
}

/** Glacier Instant Retrieval bills a file for so many days, also when it is gone before. */
const leastDaysBilled = 90;

/**
 * The bucket of the organization trail. Only that trail can write; every log file is locked for the whole retention, so that neither a
 * stolen administrator nor a lifecycle rule removes it earlier; afterwards it goes.
 *
 * There is no statement that denies uploads without the right encryption: CloudTrail tests the bucket with such an upload before the
 * trail exists, and the trail could never be created. The default encryption of the bucket does the same without that trap.
 *
 * Log files of 128 KB and more move to Glacier Instant Retrieval, which Athena reads like any other and which bills at least 90 days;
 * moving smaller ones costs more than it saves, and S3 leaves them where they are. The lock moves with the file. Throws when a file would
 * move less than 90 days before it goes.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
export class TrailBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: TrailBucketProps) {
    super(scope, id);
    const retention = Duration.days(props.retentionDays);
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      objectLock:
        props.objectLock === 'compliance'
          ? ObjectLockRetention.compliance(retention)
          : ObjectLockRetention.governance(retention),
      lifecycle: lifecycleOf(props.retentionDays, props.colderAfterDays),
      accessLogs: props.accessLogs,
    }).bucket;
    this.allowCloudTrail('CloudTrailAclCheck', 's3:GetBucketAcl', this.bucket.bucketArn, props.trailArn);
    // CloudTrail writes here when the trail is turned into a trail of the management account alone.
    this.allowWrite('CloudTrailWrite', props.managementAccountId, props.trailArn);
    this.allowWrite('CloudTrailOrganizationWrite', props.organizationId, props.trailArn);
  }

  private allowWrite(sid: string, prefix: string, trailArn: string): void {
    this.allowCloudTrail(sid, 's3:PutObject', this.bucket.arnForObjects(`AWSLogs/${prefix}/*`), trailArn, {
      's3:x-amz-acl': 'bucket-owner-full-control',
    });
  }

  private allowCloudTrail(
    sid: string,
    action: string,
    resource: string,
    trailArn: string,
    conditions: Record<string, string> = {},
  ): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: [action],
        resources: [resource],
        conditions: { StringEquals: { 'aws:SourceArn': trailArn, ...conditions } },
      }),
    );
  }
}

function lifecycleOf(retentionDays: number, colderAfterDays: number | undefined): LifecycleRule {
  if (colderAfterDays !== undefined && colderAfterDays + leastDaysBilled > retentionDays) {
    throw new Error(
      `log files cannot move to Glacier Instant Retrieval after ${colderAfterDays} days and go after ${retentionDays}: it bills ${leastDaysBilled} days`,
    );
  }
  return {
    transitions:
      colderAfterDays === undefined
        ? undefined
        : [
            {
              storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(colderAfterDays),
            },
          ],
    expiration: Duration.days(retentionDays),
    // S3 keeps a version that is still locked, whatever a lifecycle rule says: this removes it the day after its lock has ended.
    noncurrentVersionExpiration: Duration.days(1),
  };
}
