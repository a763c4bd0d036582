import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EncryptionKey } from './encryption-key';
import { PrivateBucket } from './private-bucket';

export interface ConfigurationBucketProps {
  readonly bucketName: string;
  /** Name of the key's alias, `alias/…`. */
  readonly keyAlias: string;
  /** The accounts whose recorders deliver. */
  readonly accountIds: readonly string[];
  readonly organizationId: string;
  /** Days a configuration item is kept. */
  readonly retentionDays: number;
  readonly accessLogs: IBucket;
}

/**
 * The bucket AWS Config delivers configuration history and snapshots to, with a key of its own ($1 a month).
 *
 * Recorders work with the service-linked role, which cannot write to S3; AWS Config then writes as itself, on behalf of the accounts that
 * are named here and of no other. There is no Object Lock, because AWS Config does not say that it can write to a locked bucket; what is
 * overwritten or deleted can be recovered for 90 days.
 *
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 */
export class ConfigurationBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ConfigurationBucketProps) {
    super(scope, id);
    this.key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts the configuration history that AWS Config delivers',
      alias: props.keyAlias,
    }).key;
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      lifecycle: {
        expiration: Duration.days(props.retentionDays),
        noncurrentVersionExpiration: Duration.days(90),
      },
      accessLogs: props.accessLogs,
    }).bucket;
    const { bucketArn } = this.bucket;
    const { accountIds } = props;
    // In a key policy the resource is the key itself.
    this.key.addToResourcePolicy(config('ConfigEncrypts', ['kms:Decrypt', 'kms:GenerateDataKey'], ['*'], accountIds));
    this.bucket.addToResourcePolicy(
      config('ConfigFindsTheBucket', ['s3:GetBucketAcl', 's3:ListBucket'], [bucketArn], accountIds),
    );
    this.bucket.addToResourcePolicy(
      config(
        'ConfigDelivers',
        ['s3:PutObject'],
        // AWS Config puts the id of the account it acts for there; one ARN for each would outgrow the policy at 100 accounts.
        [this.bucket.arnForObjects('AWSLogs/*/Config/*')],
        accountIds,
        { 's3:x-amz-acl': 'bucket-owner-full-control' },
      ),
    );
  }
}

function config(
  sid: string,
  actions: string[],
  resources: string[],
  accountIds: readonly string[],
  also: Readonly<Record<string, string>> = {},
): PolicyStatement {
  return new PolicyStatement({
    sid,
    principals: [new ServicePrincipal('config.amazonaws.com')],
    actions,
    resources,
    conditions: { StringEquals: { 'aws:SourceAccount': [...accountIds], ...also } },
  });
}
