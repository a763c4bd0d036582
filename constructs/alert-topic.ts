import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlertTopicProps {
  /** The sender people see in their mail. */
  readonly displayName: string;
  readonly encryptionKey: IKey;
  /** E-mail addresses. Each receives a message with a link that it has to confirm once. */
  readonly contacts: readonly string[];
  /** Alarms whose name starts with this may publish. */
  readonly alarmNamePrefix: string;
}

/**
 * The topic through which alarms and findings reach people: encrypted, TLS only, alarms of this account only.
 *
 * EventBridge is not among the publishers in the policy, because SNS takes no condition there; rules publish with a role instead.
 * The first 1,000 e-mails a month are free.
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export class AlertTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    const { account, partition, region } = Stack.of(this);
    this.topic = new Topic(this, 'Topic', {
      displayName: props.displayName,
      masterKey: props.encryptionKey,
      enforceSSL: true,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:${props.alarmNamePrefix}*`,
          },
        },
      }),
    );
    for (const contact of props.contacts) this.topic.addSubscription(new EmailSubscription(contact));
  }
}
