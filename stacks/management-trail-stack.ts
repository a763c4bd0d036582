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
 * Where another organization trail records management events already, such as the one of Control Tower, a second copy would cost; then
 * this trail is `data-only` and records Bedrock data events. Alarms need management events in a log group of this account: the other
 * trail may have one, under a name that only its owner knows, so there are none from here.
 *
 * https://docs.aws.amazon.com/controltower/latest/userguide/about-logging.html
 */
export class ManagementTrailStack extends Stack {
  /** Whether there is anything for this stack to record: not where another trail records all that is wanted. */
  static isNeeded(organization: Organization): boolean {
    return trailEventSelectors(recordedBy(organization)).length > 0;
  }

  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const withAlarms = watchesTrail(organization);
    if (organization.services.trailAlarms && !withAlarms) {
      Annotations.of(this).addWarningV2(
        'ishizue:trail-alarms-with-another-trail',
        'services.trailAlarms is on, but management events are recorded by a trail that is not delivered to a log group of this ' +
          'baseline: no alarms are made. Set services.trailAlarms to false, or make the alarms on the log group of that trail.',
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
      iamPath: names.iamPath,
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

function recordedBy({ trail, services }: Organization) {
  return { management: trail === 'complete', bedrockData: services.bedrockDataEvents };
}
