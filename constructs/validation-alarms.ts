import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Language, LocalizedText } from './localized-text';

export interface ValidationAlarmsProps {
  /** Starts the name of every alarm. */
  readonly namePrefix: string;
  /** Namespace of the metrics that functions/validate-digests.ts sends. */
  readonly metricNamespace: string;
  readonly proofBucketName: string;
  readonly topic: ITopic;
  readonly language: Language;
}

/**
 * Alarms when log files were changed or removed, when they cannot be proven, and when nobody looked. The first two stay until a run
 * finds nothing; the third sounds after 36 hours, and once after the first deployment, until the first run.
 *
 * $0.10 a month for each alarm and $0.30 for each metric.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export class ValidationAlarms extends Construct {
  constructor(scope: Construct, id: string, props: ValidationAlarmsProps) {
    super(scope, id);
    const { language, proofBucketName } = props;
    const action = new SnsAction(props.topic);
    const found = (metricName: 'InvalidFiles' | 'UnknownFiles', name: string, text: LocalizedText) =>
      new Alarm(this, metricName, {
        alarmName: `${props.namePrefix}-${name}`,
        alarmDescription: text[language],
        metric: this.metric(props, metricName, Stats.MAXIMUM, Duration.hours(1)),
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // There is one run a day: between two of them nothing has changed.
        treatMissingData: TreatMissingData.IGNORE,
      });
    const where: LocalizedText = {
      en: `Which files is in the bucket ${proofBucketName} of this account, validations/<day>.json.`,
      ja: `対象のファイルは、このアカウントのバケット ${proofBucketName} の validations/<日付>.json で確認できます。`,
    };
    const alarms = [
      found('InvalidFiles', 'logs-changed', {
        en: `Log files or digests of CloudTrail were changed, removed or added, or logging has a gap. ${where.en}`,
        ja: `CloudTrail のログファイルまたはダイジェストが変更・削除・追加されたか、記録に欠落があります。${where.ja}`,
      }),
      found('UnknownFiles', 'logs-not-proven', {
        en: `Log files of CloudTrail could not be proven unchanged: a public key, a digest or the time was missing. ${where.en}`,
        ja: `CloudTrail のログファイルが改変されていないことを証明できませんでした（公開鍵・ダイジェスト・時間のいずれかが不足）。${where.ja}`,
      }),
      this.notValidated(props),
    ];
    for (const alarm of alarms) alarm.addAlarmAction(action);
  }

  private notValidated(props: ValidationAlarmsProps): Alarm {
    const text: LocalizedText = {
      en: 'Nobody has validated the log files of CloudTrail for 36 hours: the daily check did not run, or did not end.',
      ja: 'CloudTrail のログファイルが 36 時間検証されていません。日次の検証が実行されていないか、完了していません。',
    };
    return new Alarm(this, 'Validations', {
      alarmName: `${props.namePrefix}-logs-not-validated`,
      alarmDescription: text[props.language],
      metric: this.metric(props, 'Validations', Stats.SUM, Duration.hours(12)),
      threshold: 1,
      // Between two runs there are never more than two whole periods without one.
      evaluationPeriods: 3,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private metric(props: ValidationAlarmsProps, metricName: string, statistic: string, period: Duration): Metric {
    return new Metric({ namespace: props.metricNamespace, metricName, statistic, period });
  }
}
