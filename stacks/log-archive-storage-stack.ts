import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../constructs/access-log-bucket';
import { ConfigurationBucket } from '../constructs/configuration-bucket';
import { FindingsBucket } from '../constructs/findings-bucket';
import { QueryWorkgroup } from '../constructs/query-workgroup';
import { TrailBucket } from '../constructs/trail-bucket';
import { TrailKey } from '../constructs/trail-key';
import { TrailTable } from '../constructs/trail-table';
import type { BaselineProps } from './baseline-props';

export interface LogArchiveStorageStackProps extends BaselineProps {
  /** Accounts whose AWS Config delivers here. @default none, and no bucket for it */
  readonly recordedAccountIds?: readonly string[];
}

/**
 * Where the evidence of the organization lies: the trail, GuardDuty's findings, who read them, and a place to ask questions. Deployed
 * before the trail, which refuses a bucket or a key that does not expect it.
 */
export class LogArchiveStorageStack extends Stack {
  constructor(scope: Construct, id: string, props: LogArchiveStorageStackProps) {
    super(scope, id, props);
    const { organization, names, recordedAccountIds = [] } = props;
    const { organizationId, retentionDays, partition } = organization;
    const managementAccountId = organization.accounts.management.id;

    const { bucket: accessLogs } = new AccessLogBucket(this, 'AccessLogs', {
      bucketName: names.accessLogBucket,
      organizationId,
      sourceBucketNames: [
        names.trailBucket,
        names.findingsBucket,
        names.queryResultsBucket,
        ...(recordedAccountIds.length > 0 ? [names.configurationBucket] : []),
      ],
      retentionDays,
    });
    const { key } = new TrailKey(this, 'TrailKey', {
      alias: names.trailKeyAlias,
      trailArn: names.trailArn,
      managementAccountId,
      trailBucketArn: names.trailBucketArn,
    });
    new TrailBucket(this, 'Trail', {
      bucketName: names.trailBucket,
      trailArn: names.trailArn,
      managementAccountId,
      organizationId,
      encryptionKey: key,
      retentionDays,
      objectLock: organization.objectLock,
      accessLogs,
    });
    new FindingsBucket(this, 'Findings', {
      bucketName: names.findingsBucket,
      keyAlias: names.findingsKeyAlias,
      auditAccountId: organization.accounts.audit.id,
      organizationId,
      retentionDays,
      accessLogs,
    });
    if (recordedAccountIds.length > 0) {
      new ConfigurationBucket(this, 'Configuration', {
        bucketName: names.configurationBucket,
        keyAlias: names.configurationKeyAlias,
        accountIds: recordedAccountIds,
        organizationId,
        retentionDays,
        accessLogs,
      });
    }
    new QueryWorkgroup(this, 'Queries', {
      name: `${organization.name}-log-archive`,
      resultsBucketName: names.queryResultsBucket,
      organizationId,
      encryptionKey: key,
      accessLogs,
    });
    new TrailTable(this, 'TrailTable', {
      databaseName: `${organization.name.replaceAll('-', '_')}_log_archive`,
      bucketName: names.trailBucket,
      organizationId,
      partition,
      retentionDays,
    });
  }
}
