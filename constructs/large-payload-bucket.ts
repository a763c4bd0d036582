import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { AccessLogBucket } from './access-log-bucket';
import { PrivateBucket } from './private-bucket';

export interface LargePayloadBucketProps {
  readonly bucketName: string;
  /** The bucket that says who read it. */
  readonly accessLogBucketName: string;
  readonly organizationId: string;
  /** Encrypts the objects; Amazon Bedrock of this account and region may use it to write. */
  readonly encryptionKey: Key;
  /** Days prompts and answers are kept. */
  readonly retentionDays: number;
}

/**
 * Where Amazon Bedrock puts what the log of prompts has no room for: requests and answers beyond 100 KB, images and documents. Nothing
 * masks what is in here; whoever may read it reads prompts as they were typed.
 *
 * Only Amazon Bedrock of this account and region writes, below its own prefix. S3 has no masking and no deletion protection: the bucket is
 * versioned and kept, and an overwritten or deleted object can be recovered for 90 days. Storage of about $0.025 per GB and month.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export class LargePayloadBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: LargePayloadBucketProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', {
      bucketName: props.accessLogBucketName,
      organizationId: props.organizationId,
      sourceBucketNames: [props.bucketName],
      retentionDays: props.retentionDays,
    });
    this.bucket = new PrivateBucket(this, 'Payloads', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      encryptionKey: props.encryptionKey,
      lifecycle: {
        expiration: Duration.days(props.retentionDays),
        noncurrentVersionExpiration: Duration.days(90),
      },
      accessLogs: accessLogs.bucket,
    }).bucket;
    this.bucket.addToResourcePolicy(
      this.bedrock(
        'BedrockWrites',
        's3:PutObject',
        this.bucket.arnForObjects(`AWSLogs/${account}/BedrockModelInvocationLogs/*`),
      ),
    );
    // In a key policy the resource is the key itself.
    props.encryptionKey.addToResourcePolicy(this.bedrock('BedrockEncryptsPayloads', 'kms:GenerateDataKey', '*'));
  }

  private bedrock(sid: string, action: string, resource: string): PolicyStatement {
    const { partition, region, account } = Stack.of(this);
    return new PolicyStatement({
      sid,
      principals: [new ServicePrincipal('bedrock.amazonaws.com')],
      actions: [action],
      resources: [resource],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:bedrock:${region}:${account}:*` },
      },
    });
  }
}
