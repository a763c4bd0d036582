import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { logAlarms } from './assistant-log-alarms';
import type { BaselineFunction } from './baseline-function';
import type { Language, LocalizedText } from './localized-text';
import { timesInLog } from './log-alarm';

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
}

const putAsideDescription = {
  en: 'A question could not be answered however often it was tried. It is kept for 14 days; send it back when the cause is gone.',
  ja: '繰り返し試みても回答できなかった質問があります。14 日間保管されます。原因を取り除いてから再投入してください。',
};

const putAsideName = 'questions-put-aside';

/** Names of all these alarms, for whoever shows them before they are made. */
export function assistantAlarmNames(namePrefix: string): {
  readonly putAside: string;
  readonly others: readonly string[];
} {
  return {
    putAside: `${namePrefix}-${putAsideName}`,
    others: Object.keys(logAlarms).map((name) => `${namePrefix}-${name}`),
  };
}

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
    };
    const period = Duration.minutes(5);
    for (const [name, { log, pattern, threshold, description }] of Object.entries(logAlarms)) {
      const metric = timesInLog(this, { name, namespace: props.namePrefix, logGroup: logs[log], pattern });
      alarm(name, metric, threshold, description);
    }
    const { putAside } = props;
    const waiting = putAside.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period });
    alarm(putAsideName, waiting, 1, putAsideDescription);
  }
}
