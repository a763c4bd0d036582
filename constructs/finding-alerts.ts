import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnPermission, type Code, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlertOptions, alertsOf } from './alerts';
import { BaselineFunction } from './baseline-function';
import { DeadLetterQueue } from './dead-letter-queue';

export interface FindingAlertsProps extends AlertOptions {
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly topic: ITopic;
  /** The key of the topic, and of the log of the function. */
  readonly encryptionKey: IKey;
  /** Code of functions/mark-notified.ts. */
  readonly markNotified: Code;
}

/**
 * Tells people about the findings that matter, from every account and region that Security Hub CSPM aggregates: critical and high ones,
 * GuardDuty's from medium up, and everything AI Protection finds; and about changes that the organization trail shows.
 *
 * A finding is told once: together with the message, a function marks it as notified in Security Hub, and the rules let only new ones
 * through. AWS makes it new again when it comes back after it was gone. Two events within the second that this takes are told twice.
 *
 * Rules publish with a role: neither the policy of a topic nor that of its key can tell one customer's rules from another's. Events that
 * cannot be delivered are retried for a day and then put aside. EventBridge does not bill for events of AWS services.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class FindingAlerts extends Construct {
  constructor(scope: Construct, id: string, props: FindingAlertsProps) {
    super(scope, id);
    const alerts = alertsOf(props, Stack.of(this).region);
    // A rule of another bus than the default one has the bus in its ARN.
    const ruleNames = alerts.map(({ name, eventBus }) => (eventBus ? `${eventBus.eventBusName}/${name}` : name));
    const role = this.publisher(ruleNames, props);
    const { queue } = new DeadLetterQueue(this, 'Undelivered', {
      ruleNames,
      alarmName: `${props.namePrefix}-undelivered-findings`,
      alarmDescription: undelivered[props.language],
      alarmTopic: props.topic,
    });
    const deadLetterConfig = { arn: queue.queueArn };
    const marking = this.marking(props, queue);
    for (const { id, name, description, pattern, message, eventBus, isFinding } of alerts) {
      const rule = new Rule(this, id, { ruleName: name, description, eventPattern: pattern, eventBus });
      rule.addTarget({ bind: () => ({ arn: props.topic.topicArn, role, input: message, deadLetterConfig }) });
      if (!isFinding) continue;
      rule.addTarget({ bind: () => ({ arn: marking.functionArn, deadLetterConfig }) });
      new CfnPermission(this, `${id}Marks`, {
        action: 'lambda:InvokeFunction',
        functionName: marking.functionName,
        principal: 'events.amazonaws.com',
        sourceArn: rule.ruleArn,
      });
    }
  }

  private marking(props: FindingAlertsProps, queue: IQueue): IFunction {
    const { account, partition, region } = Stack.of(this);
    return new BaselineFunction(this, 'OnEvent', {
      iamPath: props.iamPath,
      description: 'Marks findings that people are told of as notified',
      code: props.markNotified,
      logKey: props.encryptionKey,
      logRetention: RetentionDays.ONE_YEAR,
      timeout: Duration.seconds(30),
      deadLetterQueue: queue,
      statements: [
        new PolicyStatement({
          actions: ['securityhub:BatchUpdateFindings'],
          resources: [`arn:${partition}:securityhub:${region}:${account}:hub/default`],
        }),
      ],
    }).function;
  }

  private publisher(ruleNames: readonly string[], { iamPath, topic, encryptionKey }: FindingAlertsProps): Role {
    const { account, partition, region } = Stack.of(this);
    const role = new Role(this, 'Publisher', {
      path: iamPath,
      description: 'EventBridge publishes findings to the alert topic',
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnEquals: {
            'aws:SourceArn': ruleNames.map((name) => `arn:${partition}:events:${region}:${account}:rule/${name}`),
          },
        },
      }),
    });
    new ManagedPolicy(this, 'PublisherPolicy', {
      path: iamPath,
      description: 'Publishes to the alert topic',
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
        new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [encryptionKey.keyArn] }),
      ],
    });
    return role;
  }
}

const undelivered = {
  en: 'Findings could not be delivered and wait in the dead-letter queue for 14 days. The attribute ERROR_CODE of each message says why.',
  ja: '検出結果を通知できませんでした。デッドレターキューに 14 日間残っています。理由は各メッセージの属性 ERROR_CODE を確認してください。',
};
