import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertTopic } from '../constructs/alert-topic';
import { EncryptionKey } from '../constructs/encryption-key';
import { FindingAlerts } from '../constructs/finding-alerts';
import type { BaselineProps } from './baseline-props';

/** Findings that matter reach people: from every account, in the region where Security Hub aggregates them. */
export class AuditAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { name, alertContacts, language } = props.organization;
    const { key } = new EncryptionKey(this, 'Key', {
      description: 'Encrypts alerts on their way to people',
      alias: `alias/${name}-audit-alerts`,
      forTopics: true,
    });
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${name} findings`,
      encryptionKey: key,
      contacts: alertContacts,
      alarmNamePrefix: `${name}-`,
    });
    new FindingAlerts(this, 'Findings', { namePrefix: name, topic, encryptionKey: key, language });
  }
}
