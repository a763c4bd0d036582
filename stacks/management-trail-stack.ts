import { Annotations, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AlertTopic } from '../constructs/alert-topic';
import { OrganizationTrail } from '../constructs/organization-trail';
import { TrailAlarms } from '../constructs/trail-alarms';
import { trailEventSelectors } from '../constructs/trail-event-selectors';
import { TrailLogGroup } from '../constructs/trail-log-group';
import { TrailMessages } from '../constructs/trail-messages';
import type { BaselineProps } from './baseline-props';
import { watchesTrail } from './watches-trail';

type Organization = BaselineProps['organization'];

/**
 * The organization trail and, where switched on, alarms on dangerous changes in any account, and messages that say who made them.
 *
 * Where Control Tower runs the landing zone, its own trail records management events and a second copy would cost; then this trail
 * records Bedrock data events only. Alarms need management events in a log group of this account: Control Tower has one, under a name
 * that only it knows, so there are none from here.
 *
 * https://docs.aws.amazon.com/controltower/latest/userguide/about-logging.html
 */
export class ManagementTrailStack extends Stack {
  /** Whether there is anything for this stack to record: not where Control Tower's trail is all that is wanted. */
  static isNeeded(organization: Organization): boolean {
    return trailEventSelectors(recordedBy(organization)).length > 0;
  }

  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const withAlarms = watchesTrail(organization);
    if (organization.services.trailAlarms && organization.controlTower) {
      Annotations.of(this).addWarningV2(
        'ishizue:trail-alarms-with-control-tower',
        'services.trailAlarms is on, but the trail of Control Tower is not delivered to a log group of this baseline: no alarms are made. ' +
          'Set services.trailAlarms to false, or make the alarms on the log group of Control Tower.',
      );
    }
    new OrganizationTrail(this, 'Trail', {
      trailName: names.trail,
      bucketName: names.trailBucket,
      keyAliasArn: names.trailKeyAliasArn,
      eventSelectors: trailEventSelectors(recordedBy(organization)),
      logGroup: withAlarms ? this.alarms(props) : undefined,
    });
  }

  private alarms({ organization, names, functions }: BaselineProps): TrailLogGroup {
    const { name, alertContacts, language, organizationId } = organization;
    const key = AccountKey.published(this, 'AccountKey', names.accountKeyParameter);
    const logGroupName = `/${name}/organization-trail`;
    const trailLogGroup = new TrailLogGroup(this, 'Log', {
      logGroupName,
      encryptionKey: key,
      trailArn: names.trailArn,
      organizationId,
    });
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${name} alerts`,
      encryptionKey: key,
      contacts: alertContacts,
      alarmNamePrefix: `${name}-`,
    });
    new TrailAlarms(this, 'Alarms', {
      namePrefix: name,
      logGroup: trailLogGroup.logGroup,
      logGroupName,
      topic,
      language,
    });
    new TrailMessages(this, 'Messages', {
      namePrefix: name,
      logGroup: trailLogGroup.logGroup,
      code: functions.trailMessages,
      logKey: key,
      functionName: names.trailMessageFunction,
      ruleName: `${name}-trail-messages`,
      senderRoleName: names.trailMessageSender,
      eventBusArn: names.messageBusArn,
      alarmTopic: topic,
      language,
    });
    return trailLogGroup;
  }
}

function recordedBy({ controlTower, services }: Organization) {
  return { management: !controlTower, bedrockData: services.bedrockDataEvents };
}
