import { Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule, type RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue';
import { guardDutyMessage, securityHubMessage } from './finding-messages';
import { guardDutyPattern, securityHubPattern } from './finding-patterns';
import type { Language } from './localized-text';

export interface FindingAlertsProps {
  /** Starts the names of the rules and of the alarm. */
  readonly namePrefix: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly topic: ITopic;
  /** The key of the topic. */
  readonly encryptionKey: IKey;
  readonly language: Language;
}

/**
 * Tells people about the findings that matter: critical and high ones of Security Hub CSPM from every region it aggregates, medium and
 * up of GuardDuty, and everything AI Protection finds. No finding comes from both services; GuardDuty repeats one that goes on.
 *
 * Rules publish with a role: neither the policy of a topic nor that of its key can tell one customer's rules from another's. Events that
 * cannot be delivered are retried for a day and then put aside. EventBridge does not bill for events of AWS services.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class FindingAlerts extends Construct {
  constructor(scope: Construct, id: string, props: FindingAlertsProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const { namePrefix, topic, language } = props;
    const rules: { id: string; name: string; description: string; pattern: EventPattern; message: RuleTargetInput }[] =
      [
        {
          id: 'SecurityHub',
          name: `${namePrefix}-security-hub-findings`,
          description: 'New findings of Security Hub CSPM, critical and high',
          pattern: securityHubPattern(region),
          message: securityHubMessage(language, region),
        },
        {
          id: 'GuardDuty',
          name: `${namePrefix}-guardduty-findings`,
          description: 'Findings of GuardDuty, medium and up, and all of AI Protection',
          pattern: guardDutyPattern,
          message: guardDutyMessage(language),
        },
      ];
    const ruleNames = rules.map(({ name }) => name);
    const role = this.publisher(ruleNames, props);
    const { queue } = new DeadLetterQueue(this, 'Undelivered', {
      ruleNames,
      alarmName: `${namePrefix}-undelivered-findings`,
      alarmDescription: undelivered[language],
      alarmTopic: topic,
    });
    for (const { id, name, description, pattern, message } of rules) {
      new Rule(this, id, {
        ruleName: name,
        description,
        eventPattern: pattern,
        targets: [
          {
            bind: () => ({
              arn: topic.topicArn,
              role,
              input: message,
              deadLetterConfig: { arn: queue.queueArn },
            }),
          },
        ],
      });
    }
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
