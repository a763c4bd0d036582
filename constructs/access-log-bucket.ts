import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket';

export interface AccessLogBucketProps {
  readonly bucketName: string;
  readonly organizationId: string;
  /** Names of the buckets of this account whose access is logged here. */
  readonly sourceBucketNames: readonly string[];
  /** Days a log is kept. */
  readonly retentionDays: number;
}

/**
 * The bucket that receives the server access logs of the other buckets of its account: who read the evidence.
 *
 * S3 cannot deliver access logs into a bucket with Object Lock or with a KMS key as default, and a bucket that logs itself never comes
 * to rest; so this one has S3's own encryption, no lock and no access log. Delivery is free, storage is a few cents.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { account, partition } = Stack.of(this);
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      lifecycle: {
        expiration: Duration.days(props.retentionDays),
        noncurrentVersionExpiration: Duration.days(30),
      },
    }).bucket;
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AccessLogDelivery',
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': props.sourceBucketNames.map((name) => `arn:${partition}:s3:::${name}`) },
        },
      }),
    );
  }
}
