import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface EncryptionKeyProps {
  /** What the key protects; shown in the console. */
  readonly description: string;
  /** Name of the alias, `alias/…`. */
  readonly alias: string;
  /** Whether CloudWatch Logs of this account and region may use the key. @default false */
  readonly forLogGroups?: boolean;
  /** Whether CloudWatch alarms of this account may publish to topics under the key. @default false */
  readonly forTopics?: boolean;
}

/**
 * A customer managed key that rotates every year, is retained when its stack is deleted, and can be used by the services it is
 * for, on behalf of this account only. $1 a month.
 *
 * EventBridge is not among them: it does not say for which account it acts, so rules publish with a role instead.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: props.alias,
      description: props.description,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (props.forLogGroups) this.key.addToResourcePolicy(this.logGroupStatement());
    if (props.forTopics) this.key.addToResourcePolicy(this.topicStatement());
  }

  private logGroupStatement(): PolicyStatement {
    const { partition, region, account } = Stack.of(this);
    return new PolicyStatement({
      sid: 'LogGroupsOfThisAccount',
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      // In a key policy the resource is the key itself.
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
      },
    });
  }

  private topicStatement(): PolicyStatement {
    return new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      // In a key policy the resource is the key itself.
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
  }
}
