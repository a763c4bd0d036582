import { Duration, Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket';

export interface QueryWorkgroupProps {
  readonly name: string;
  /** Bucket of the results, made here. */
  readonly resultsBucketName: string;
  readonly organizationId: string;
  readonly encryptionKey: IKey;
  /** A query that reads more is cancelled. Athena bills about $5 per TB read. @default 100, about $0.50 a query */
  readonly scanLimitGigabytes?: number;
  readonly accessLogs: IBucket;
}

/**
 * The Athena workgroup for questions to the log archive: results are encrypted, stay in this account and go after 30 days; a query
 * that forgets its filters is cancelled before it costs much; nobody can query with other settings.
 *
 * https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 */
export class QueryWorkgroup extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: QueryWorkgroupProps) {
    super(scope, id);
    this.name = props.name;
    const { bucket } = new PrivateBucket(this, 'Results', {
      bucketName: props.resultsBucketName,
      organizationId: props.organizationId,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      lifecycle: { expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      accessLogs: props.accessLogs,
    });
    new CfnWorkGroup(this, 'Workgroup', {
      name: props.name,
      description: 'Questions to the log archive',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: (props.scanLimitGigabytes ?? 100) * 1_000_000_000,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${bucket.bucketName}/`,
          expectedBucketOwner: Stack.of(this).account,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: props.encryptionKey.keyArn },
        },
      },
    });
  }
}
