import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../constructs/access-log-bucket';
import { ConfigurationBucket } from '../constructs/configuration-bucket';
import { FindingsBucket } from '../constructs/findings-bucket';
import { QueryWorkgroup } from '../constructs/query-workgroup';
import { SavedQueries } from '../constructs/saved-queries';
import { TrailBucket } from '../constructs/trail-bucket';
import { TrailKey } from '../constructs/trail-key';
import { TrailTable } from '../constructs/trail-table';
import { savedQueries } from '../queries/catalogue';
import type { LogFacts } from '../queries/saved-query';
import type { BaselineProps } from './baseline-props';

export interface LogArchiveStorageStackProps extends BaselineProps {
  /** What the saved queries have to know of the organization. */
  readonly logFacts: LogFacts;
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
        names.proofBucket,
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
    new StringParameter(this, 'TrailKeyParameter', {
      parameterName: names.trailKeyParameter,
      description: 'ARN of the key of the organization trail',
      stringValue: key.keyArn,
    });
    new TrailBucket(this, 'Trail', {
      bucketName: names.trailBucket,
      trailArn: names.trailArn,
      managementAccountId,
      organizationId,
      encryptionKey: key,
      retentionDays,
      colderAfterDays: organization.colderAfterDays,
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
    const workgroup = new QueryWorkgroup(this, 'Queries', {
      name: `${organization.name}-log-archive`,
      resultsBucketName: names.queryResultsBucket,
      organizationId,
      encryptionKey: key,
      accessLogs,
    });
    const table = new TrailTable(this, 'TrailTable', {
      databaseName: names.logDatabase,
      bucketName: names.trailBucket,
      organizationId,
      partition,
      retentionDays,
    });
    new SavedQueries(this, 'SavedQueries', {
      databaseName: names.logDatabase,
      table,
      workgroup,
      language: organization.language,
      queries: savedQueries.map((query) => ({ ...query, sql: query.sql(props.logFacts) })),
    });
  }
}
