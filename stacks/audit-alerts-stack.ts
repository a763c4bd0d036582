import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AlertTopic } from '../constructs/alert-topic';
import { FindingAlerts } from '../constructs/finding-alerts';
import type { BaselineProps } from './baseline-props';

/** Findings that matter reach people: from every account, in the region where Security Hub aggregates them. */
export class AuditAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { name, alertContacts, language } = props.organization;
    const key = AccountKey.published(this, 'AccountKey', props.names.accountKeyParameter);
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${name} findings`,
      encryptionKey: key,
      contacts: alertContacts,
      alarmNamePrefix: `${name}-`,
    });
    new FindingAlerts(this, 'Findings', {
      namePrefix: name,
      iamPath: props.names.iamPath,
      topic,
      encryptionKey: key,
      language,
    });
  }
}
