import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface TrailLogGroupProps {
  readonly logGroupName: string;
  readonly encryptionKey: IKey;
  /** The only trail that may write. */
  readonly trailArn: string;
  readonly organizationId: string;
}

/**
 * The log group that a trail delivers to within minutes, for alarms; the log archive keeps the evidence. Kept for one year. About
 * $0.50 per GB that arrives.
 *
 * The role writes only the streams CloudTrail makes: those of the trail in this account and those of the organization.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export class TrailLogGroup extends Construct {
  readonly logGroup: LogGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: TrailLogGroupProps) {
    super(scope, id);
    const { account, partition, region } = Stack.of(this);
    this.logGroup = new LogGroup(this, 'LogGroup', {
      logGroupName: props.logGroupName,
      encryptionKey: props.encryptionKey,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.role = new Role(this, 'Role', {
      description: 'CloudTrail writes the organization trail to CloudWatch Logs',
      assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceArn': props.trailArn } },
      }),
    });
    const streams = `arn:${partition}:logs:${region}:${account}:log-group:${props.logGroupName}:log-stream`;
    new ManagedPolicy(this, 'Policy', {
      description: 'Writes the log streams of the organization trail',
      roles: [this.role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          // CloudTrail appends numbers to the names when one stream is not enough.
          resources: [`${streams}:${account}_CloudTrail_${region}*`, `${streams}:${props.organizationId}_*`],
        }),
      ],
    });
  }
}
