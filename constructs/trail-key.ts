import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { EncryptionKey } from './encryption-key';

export interface TrailKeyProps {
  /** Name of the alias, `alias/…`. The trail, in another account, knows the key by it. */
  readonly alias: string;
  /** The only trail that may use the key. */
  readonly trailArn: string;
  readonly managementAccountId: string;
  /** The bucket the trail delivers to. */
  readonly trailBucketArn: string;
}

/**
 * The key of the organization trail, in the account and region of its bucket. CloudTrail may use it for one trail; people of this
 * account read with it as far as their own policies allow; no other account can decrypt. $1 a month; CloudTrail's calls are free.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
 */
export class TrailKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: TrailKeyProps) {
    super(scope, id);
    const { partition } = Stack.of(this);
    this.key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts the organization trail and the results of queries over it',
      alias: props.alias,
    }).key;
    const forTrail = { 'aws:SourceArn': props.trailArn };
    this.allowCloudTrail('CloudTrailEncrypts', 'kms:GenerateDataKey*', {
      StringEquals: forTrail,
      StringLike: {
        'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${partition}:cloudtrail:*:${props.managementAccountId}:trail/*`,
      },
    });
    // With an S3 Bucket Key, S3 asks for the data key of the bucket, and the context names the bucket instead of the trail.
    this.allowCloudTrail('CloudTrailEncryptsWithBucketKey', 'kms:GenerateDataKey*', {
      StringEquals: { ...forTrail, 'kms:EncryptionContext:aws:s3:arn': props.trailBucketArn },
    });
    this.allowCloudTrail('CloudTrailDecryptsBucketKey', 'kms:Decrypt', { StringEquals: forTrail });
    this.allowCloudTrail('CloudTrailDescribes', 'kms:DescribeKey', { StringEquals: forTrail });
  }

  private allowCloudTrail(sid: string, action: string, conditions: Record<string, Record<string, string>>): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: [action],
        // In a key policy the resource is the key itself.
        resources: ['*'],
        conditions,
      }),
    );
  }
}
