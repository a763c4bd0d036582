import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { baselineChanges } from './baseline-changes';
import { cisBenchmarkChanges } from './cis-benchmark-changes';
import type { DangerousChange } from './dangerous-change';
import type { Language } from './localized-text';

export interface TrailAlarmsProps {
  /** Starts the name of every alarm. */
  readonly namePrefix: string;
  /** The log group the organization trail is delivered to, of this account and region. */
  readonly logGroup: ILogGroup;
  readonly logGroupName: string;
  readonly topic: ITopic;
  readonly language: Language;
}

/**
 * An alarm for every dangerous change in any account of the organization, within minutes, in the language of the people who read it.
 *
 * About $0.10 a month for each alarm, and $0.30 for each metric in a month in which something happens.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
 */
export class TrailAlarms extends Construct {
  constructor(scope: Construct, id: string, props: TrailAlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    for (const change of [...cisBenchmarkChanges, ...baselineChanges]) {
      const filter = new MetricFilter(this, `${change.id}-filter`, {
        filterName: change.id,
        logGroup: props.logGroup,
        filterPattern: FilterPattern.literal(change.pattern),
        metricNamespace: `${props.namePrefix}/OrganizationTrail`,
        metricName: change.id,
        metricValue: '1',
      });
      const alarm = new Alarm(this, change.id, {
        alarmName: `${props.namePrefix}-${change.id}`,
        alarmDescription: this.descriptionOf(change, props),
        metric: filter.metric({ statistic: Stats.SUM, period: Duration.minutes(5) }),
        threshold: change.threshold ?? 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // No matching event, no data: nothing has happened.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
    }
  }

  private descriptionOf({ title, cis }: DangerousChange, { language, logGroupName }: TrailAlarmsProps): string {
    const { account, region } = Stack.of(this);
    const benchmark = cis ? ` (CIS AWS Foundations Benchmark 5.0.0, ${cis})` : '';
    const texts = {
      en: `${title.en}${benchmark}. Who and where is in the log group ${logGroupName} of account ${account} in ${region}.`,
      ja: `${title.ja}${benchmark}。誰がどこで行ったかは、アカウント ${account}、リージョン ${region} のロググループ ${logGroupName} で確認できます。`,
    };
    return texts[language];
  }
}
