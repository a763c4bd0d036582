import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnFlowLog } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface NetworkFlowLogProps {
  readonly vpcId: string;
  readonly logGroupName: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly encryptionKey: IKey;
  /** Days, one of the values CloudWatch Logs accepts. */
  readonly retentionDays: number;
}

/**
 * Who in a network spoke to whom, and what was refused: encrypted, kept when the stack is deleted. About $0.50 per GB; a network in which
 * a few functions call endpoints writes a fraction of that.
 *
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export class NetworkFlowLog extends Construct {
  constructor(scope: Construct, id: string, props: NetworkFlowLogProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const logGroup = new LogGroup(this, 'LogGroup', {
      logGroupName: props.logGroupName,
      encryptionKey: props.encryptionKey,
      retention: props.retentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      path: props.iamPath,
      description: 'Writes the flow log of the private network',
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*` },
        },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      path: props.iamPath,
      description: 'Writes to the log group of the flow log',
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    new CfnFlowLog(this, 'FlowLog', {
      resourceType: 'VPC',
      resourceId: props.vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: logGroup.logGroupName,
      deliverLogsPermissionArn: role.roleArn,
    }).node.addDependency(policy);
  }
}
