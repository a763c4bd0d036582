import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AlertTopic } from '../constructs/alert-topic';
import { ChatChannel } from '../constructs/chat-channel';
import { FindingAlerts } from '../constructs/finding-alerts';
import { MessageEventBus } from '../constructs/message-event-bus';
import type { BaselineProps } from './baseline-props';
import { watchesTrail } from './watches-trail';

/**
 * What matters reaches people, by mail and in chat: findings from every account, in the region where Security Hub aggregates them, and
 * changes that the management account sees in the organization trail.
 */
export class AuditAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { name, alertContacts, language, chat } = organization;
    const key = AccountKey.published(this, 'AccountKey', names.accountKeyParameter);
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${name} findings`,
      encryptionKey: key,
      contacts: alertContacts,
      alarmNamePrefix: `${name}-`,
    });
    new FindingAlerts(this, 'Findings', {
      namePrefix: name,
      iamPath: names.iamPath,
      topic,
      encryptionKey: key,
      language,
      markNotified: props.functions.markNotified,
      trailMessages: watchesTrail(organization)
        ? { eventBus: this.messageBus(props), functionArn: names.trailMessageFunctionArn }
        : undefined,
    });
    if (chat) {
      new ChatChannel(this, 'Chat', { configurationName: `${name}-alerts`, iamPath: names.iamPath, topic, ...chat });
    }
  }

  private messageBus({ organization, names }: BaselineProps) {
    return new MessageEventBus(this, 'Messages', {
      eventBusName: names.messageBus,
      senderAccountId: organization.accounts.management.id,
      senderRoleArn: names.trailMessageSenderArn,
    }).eventBus;
  }
}
