import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket';

export interface ProofBucketProps {
  readonly bucketName: string;
  readonly organizationId: string;
  readonly encryptionKey: IKey;
  /** Days every proof is locked, and kept. */
  readonly retentionDays: number;
  /** `governance` can be lifted by an administrator of this account, `compliance` by nobody. */
  readonly objectLock: 'governance' | 'compliance';
  readonly accessLogs: IBucket;
}

/**
 * The bucket of the daily proofs that the log archive is whole, apart from the logs themselves and kept as long: a proof that somebody
 * could replace would prove nothing. Storage is a few cents a year.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class ProofBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: ProofBucketProps) {
    super(scope, id);
    const retention = Duration.days(props.retentionDays);
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      encryptionKey: props.encryptionKey,
      objectLock:
        props.objectLock === 'compliance'
          ? ObjectLockRetention.compliance(retention)
          : ObjectLockRetention.governance(retention),
      // S3 keeps a version that is still locked, whatever a lifecycle rule says.
      lifecycle: { expiration: retention, noncurrentVersionExpiration: Duration.days(1) },
      accessLogs: props.accessLogs,
    }).bucket;
  }
}
