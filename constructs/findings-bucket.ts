import { Duration, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EncryptionKey } from './encryption-key';
import { PrivateBucket } from './private-bucket';

export interface FindingsBucketProps {
  readonly bucketName: string;
  /** Name of the key's alias, `alias/…`. The audit account knows the key by it. */
  readonly keyAlias: string;
  /** The account that administers GuardDuty and exports the findings of all members. */
  readonly auditAccountId: string;
  readonly organizationId: string;
  /** Days a finding is kept. */
  readonly retentionDays: number;
  readonly accessLogs: IBucket;
}

/**
 * The bucket GuardDuty exports its findings to, beyond the 90 days GuardDuty keeps them, with a key of its own ($1 a month).
 *
 * The detectors' ids are not known when this account is deployed, so the policies name the audit account and any of its detectors.
 * GuardDuty exports to the root of the bucket: a prefix would have to exist before. There is no Object Lock, because GuardDuty does not
 * say that it can write to a locked bucket; what is overwritten or deleted can be recovered for 90 days. There is no S3 Bucket Key,
 * because GuardDuty asks for `kms:GenerateDataKey` only.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 */
export class FindingsBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: FindingsBucketProps) {
    super(scope, id);
    this.key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts the findings that GuardDuty exports',
      alias: props.keyAlias,
    }).key;
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      organizationId: props.organizationId,
      encryptionKey: this.key,
      lifecycle: {
        expiration: Duration.days(props.retentionDays),
        noncurrentVersionExpiration: Duration.days(90),
      },
      accessLogs: props.accessLogs,
    }).bucket;
    // In a key policy the resource is the key itself.
    this.key.addToResourcePolicy(this.guardDuty('GuardDutyEncrypts', 'kms:GenerateDataKey', '*', props.auditAccountId));
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AuditAccountFindsTheKey',
        // GuardDuty wants the key's ARN; the audit account knows the alias and asks for the ARN behind it.
        principals: [new AccountPrincipal(props.auditAccountId)],
        actions: ['kms:DescribeKey'],
        resources: ['*'],
      }),
    );
    const { bucketArn } = this.bucket;
    this.bucket.addToResourcePolicy(
      this.guardDuty('GuardDutyLocates', 's3:GetBucketLocation', bucketArn, props.auditAccountId),
    );
    this.bucket.addToResourcePolicy(
      this.guardDuty('GuardDutyWrites', 's3:PutObject', this.bucket.arnForObjects('*'), props.auditAccountId),
    );
  }

  private guardDuty(sid: string, action: string, resource: string, auditAccountId: string): PolicyStatement {
    return new PolicyStatement({
      sid,
      principals: [new ServicePrincipal('guardduty.amazonaws.com')],
      actions: [action],
      resources: [resource],
      conditions: {
        StringEquals: { 'aws:SourceAccount': auditAccountId },
        ArnLike: { 'aws:SourceArn': `arn:${Stack.of(this).partition}:guardduty:*:${auditAccountId}:detector/*` },
      },
    });
  }
}
