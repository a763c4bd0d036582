import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { logAlarms } from './assistant-log-alarms';
import type { BaselineFunction } from './baseline-function';
import type { Language, LocalizedText } from './localized-text';

export interface AssistantAlarmsProps {
  /** Starts the name of every alarm and the namespace of its metrics. */
  readonly namePrefix: string;
  readonly topic: ITopic;
  readonly language: Language;
  readonly ingress: BaselineFunction;
  readonly worker: BaselineFunction;
  /** Questions nobody could answer. */
  readonly putAside: IQueue;
  readonly auditLogGroup: ILogGroup;
  readonly invocationLogGroup: ILogGroup;
}

const putAsideDescription = {
  en: 'A question could not be answered however often it was tried. It is kept for 14 days; send it back when the cause is gone.',
  ja: '繰り返し試みても回答できなかった質問があります。14 日間保管されます。原因を取り除いてから再投入してください。',
};

/**
 * Alarms on what a person has to look at when people ask by Slack. About $0.10 a month each, and $0.30 for each metric in a month in
 * which something happens.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
export class AssistantAlarms extends Construct {
  constructor(scope: Construct, id: string, props: AssistantAlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    const alarm = (name: string, metric: Metric, threshold: number, description: LocalizedText) => {
      const created = new Alarm(this, name, {
        alarmName: `${props.namePrefix}-${name}`,
        alarmDescription: description[props.language],
        metric,
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // These metrics exist only while something happens.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      created.addAlarmAction(action);
      created.addOkAction(action);
    };
    const logs = {
      ingress: props.ingress.logGroup,
      worker: props.worker.logGroup,
      audit: props.auditLogGroup,
      invocations: props.invocationLogGroup,
    };
    const period = Duration.minutes(5);
    for (const [name, { log, pattern, threshold, description }] of Object.entries(logAlarms)) {
      const filter = new MetricFilter(this, `${name}-filter`, {
        filterName: `${props.namePrefix}-${name}`,
        logGroup: logs[log],
        filterPattern: FilterPattern.literal(pattern),
        metricNamespace: props.namePrefix,
        metricName: name,
        metricValue: '1',
      });
      alarm(name, filter.metric({ statistic: Stats.SUM, period }), threshold, description);
    }
    const { putAside } = props;
    const waiting = putAside.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period });
    alarm('questions-put-aside', waiting, 1, putAsideDescription);
  }
}
