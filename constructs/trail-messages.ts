import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEventInvokeConfig, CfnPermission, type Code } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscriptionFilter, type ILogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { BaselineFunction } from './baseline-function';
import { DeadLetterQueue } from './dead-letter-queue';
import { trailMessagePattern } from './finding-patterns';
import type { Language } from './localized-text';
import { watchedEventsPattern } from './watched-events';

export interface TrailMessagesProps {
  /** Starts the names of the alarms. */
  readonly namePrefix: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** The log group the organization trail is delivered to. */
  readonly logGroup: ILogGroup;
  readonly code: Code;
  readonly logKey: IKey;
  /** Name of the function; the account that tells people knows its messages by it. */
  readonly functionName: string;
  /** Name of the rule that sends messages on. */
  readonly ruleName: string;
  /** Name of the role that sends messages on; the event bus knows the sender by it. */
  readonly senderRoleName: string;
  /** ARN of the event bus in the account that tells people. */
  readonly eventBusArn: string;
  /** Where it is said that messages are lost. */
  readonly alarmTopic: ITopic;
  readonly language: Language;
}

/**
 * Writes people a message for each change in the organization trail that must not go unseen, with who, in which account and where, and
 * sends it to the account that tells people. About five minutes after the event, which is how long CloudTrail takes.
 *
 * The function only reads and writes text. Lambda passes on what it returns, so it may call nothing; what it cannot read, and what
 * cannot be sent, is put aside with an alarm. Costs cents.
 */
export class TrailMessages extends Construct {
  constructor(scope: Construct, id: string, props: TrailMessagesProps) {
    super(scope, id);
    const { account, partition, region } = Stack.of(this);
    const inEvents = (resource: string) => `arn:${partition}:events:${region}:${account}:${resource}`;
    const { queue } = new DeadLetterQueue(this, 'Undelivered', {
      ruleNames: [props.ruleName],
      alarmName: `${props.namePrefix}-undelivered-trail-messages`,
      alarmDescription: undelivered[props.language],
      alarmTopic: props.alarmTopic,
    });
    const compose = new BaselineFunction(this, 'OnEvent', {
      functionName: props.functionName,
      iamPath: props.iamPath,
      description: 'Writes messages about changes in the organization trail',
      code: props.code,
      logKey: props.logKey,
      logRetention: RetentionDays.ONE_YEAR,
      timeout: Duration.seconds(30),
      environment: { MESSAGE_LANGUAGE: props.language },
      deadLetterQueue: queue,
      statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [inEvents('event-bus/default')] })],
    });
    const invoke = new CfnEventInvokeConfig(this, 'Destination', {
      functionName: compose.function.functionName,
      qualifier: '$LATEST',
      destinationConfig: { onSuccess: { destination: inEvents('event-bus/default') } },
    });
    invoke.node.addDependency(compose);
    this.subscribe(compose, props).node.addDependency(invoke);
    this.sendOn(props, queue.queueArn, `arn:${partition}:lambda:${region}:${account}:function:${props.functionName}`);
    this.alarmOnLostResults(compose.function.functionName, props);
  }

  private subscribe(compose: BaselineFunction, { logGroup }: TrailMessagesProps): CfnSubscriptionFilter {
    const permission = new CfnPermission(this, 'LogsInvokes', {
      action: 'lambda:InvokeFunction',
      functionName: compose.function.functionName,
      principal: 'logs.amazonaws.com',
      sourceAccount: Stack.of(this).account,
      sourceArn: logGroup.logGroupArn,
    });
    const filter = new CfnSubscriptionFilter(this, 'Watched', {
      logGroupName: logGroup.logGroupName,
      filterName: 'watched-changes',
      filterPattern: watchedEventsPattern,
      destinationArn: compose.function.functionArn,
    });
    filter.addResourceDependency(permission);
    return filter;
  }

  private sendOn(props: TrailMessagesProps, queueArn: string, functionArn: string): void {
    const { account, partition, region } = Stack.of(this);
    const role = new Role(this, 'Sender', {
      roleName: props.senderRoleName,
      path: props.iamPath,
      description: 'EventBridge sends messages about the organization trail to the account that tells people',
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnEquals: { 'aws:SourceArn': `arn:${partition}:events:${region}:${account}:rule/${props.ruleName}` },
        },
      }),
    });
    new ManagedPolicy(this, 'SenderPolicy', {
      path: props.iamPath,
      description: 'Sends events to the bus of the account that tells people',
      roles: [role],
      statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [props.eventBusArn] })],
    });
    new Rule(this, 'SendOn', {
      ruleName: props.ruleName,
      description: 'Messages about the organization trail, to the account that tells people',
      eventPattern: trailMessagePattern(functionArn),
      targets: [{ bind: () => ({ arn: props.eventBusArn, role, deadLetterConfig: { arn: queueArn } }) }],
    });
  }

  /** A result that Lambda cannot pass on is in no queue. */
  private alarmOnLostResults(FunctionName: string, { namePrefix, language, alarmTopic }: TrailMessagesProps): void {
    new Alarm(this, 'LostResults', {
      alarmName: `${namePrefix}-lost-trail-messages`,
      alarmDescription: lost[language],
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'DestinationDeliveryFailures',
        dimensionsMap: { FunctionName },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(alarmTopic));
  }
}

const undelivered = {
  en: 'Changes in the organization trail could not be told and wait in the dead-letter queue of this account for 14 days. Read them there, or in the trail.',
  ja: '組織の証跡にある変更を通知できませんでした。このアカウントのデッドレターキューに 14 日間残っています。キューまたは証跡で確認してください。',
};

const lost = {
  en: 'A message about a change in the organization trail was lost. Look for the change in the trail: root use, break-glass, guardrails, logging, trails, policies.',
  ja: '組織の証跡にある変更の通知が失われました。証跡で、ルート・緊急用権限の使用、ガードレール・ログ・証跡・ポリシーの変更を確認してください。',
};
