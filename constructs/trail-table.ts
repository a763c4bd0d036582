import { Stack } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';

export interface TrailTableProps {
  /** Lower-case letters, digits and underscores. */
  readonly databaseName: string;
  readonly bucketName: string;
  readonly organizationId: string;
  /** Partition of the regions, such as `aws`. */
  readonly partition: string;
  /** Days the log files are kept; older days have no partition. */
  readonly retentionDays: number;
}

/**
 * The organization trail as an Athena table, `organization_trail`. Partitions are computed from account, region and day, so there is
 * nothing to crawl and a new account or region is there from its first event.
 *
 * Every query names its accounts (`account = '111122223333'`): a list of known accounts would silently leave out the ones it does not
 * know. Costs nothing by itself.
 *
 * https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
export class TrailTable extends Construct {
  constructor(scope: Construct, id: string, props: TrailTableProps) {
    super(scope, id);
    const catalogId = Stack.of(this).account;
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: props.databaseName, description: 'The log archive' },
    });
    const location = `s3://${props.bucketName}/AWSLogs/${props.organizationId}`;
    const table = new CfnTable(this, 'Table', {
      catalogId,
      databaseName: props.databaseName,
      tableInput: {
        name: 'organization_trail',
        description: 'CloudTrail events of every account and region. Name the account, and the days if you can.',
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: ['account', 'region', 'day'].map((name) => ({ name, type: 'string' })),
        parameters: { EXTERNAL: 'TRUE', ...this.projection(props, location) },
        storageDescriptor: {
          location: `${location}/`,
          columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
          inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe' },
        },
      },
    });
    table.addResourceDependency(database);
  }

  private projection({ partition, retentionDays }: TrailTableProps, location: string): Record<string, string> {
    const regions = RegionInfo.regions.filter((region) => region.partition === partition);
    return {
      'projection.enabled': 'true',
      'projection.account.type': 'injected',
      'projection.region.type': 'enum',
      'projection.region.values': regions.map(({ name }) => name).join(','),
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy/MM/dd',
      'projection.day.range': `NOW-${retentionDays}DAYS,NOW`,
      'projection.day.interval': '1',
      'projection.day.interval.unit': 'DAYS',
      'storage.location.template': `${location}/\${account}/CloudTrail/\${region}/\${day}`,
    };
  }
}

const userIdentity =
  'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,' +
  'onbehalfof:struct<userid:string,identitystorearn:string>,' +
  'sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,' +
  'sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,' +
  'ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>';

const columns = {
  eventversion: 'string',
  useridentity: userIdentity,
  eventtime: 'string',
  eventsource: 'string',
  eventname: 'string',
  awsregion: 'string',
  sourceipaddress: 'string',
  useragent: 'string',
  errorcode: 'string',
  errormessage: 'string',
  requestparameters: 'string',
  responseelements: 'string',
  additionaleventdata: 'string',
  requestid: 'string',
  eventid: 'string',
  readonly: 'string',
  resources: 'array<struct<arn:string,accountid:string,type:string>>',
  eventtype: 'string',
  apiversion: 'string',
  recipientaccountid: 'string',
  serviceeventdetails: 'string',
  sharedeventid: 'string',
  vpcendpointid: 'string',
  vpcendpointaccountid: 'string',
  eventcategory: 'string',
  addendum: 'struct<reason:string,updatedfields:string,originalrequestid:string,originaleventid:string>',
  sessioncredentialfromconsole: 'string',
  edgedevicedetails: 'string',
  tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
} as const;
