import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LocalizedText } from './localized-text';

/** An alarm on how often something is in a log. */
export interface LogAlarm<Log extends string> {
  /** Which log is read. */
  readonly log: Log;
  readonly pattern: string;
  /** How often in five minutes is too often. */
  readonly threshold: number;
  readonly description: LocalizedText;
}

/**
 * Counts in a metric how often a pattern is in a log. About $0.30 a month, in a month in which it is.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 *
 * @param namespace of the metric, and the beginning of the filter's name
 */
export function timesInLog(
  scope: Construct,
  { name, namespace, logGroup, pattern }: { name: string; namespace: string; logGroup: ILogGroup; pattern: string },
): Metric {
  const filter = new MetricFilter(scope, `${name}-filter`, {
    filterName: `${namespace}-${name}`,
    logGroup,
    filterPattern: FilterPattern.literal(pattern),
    metricNamespace: namespace,
    metricName: name,
    metricValue: '1',
  });
  return filter.metric({ statistic: Stats.SUM, period: Duration.minutes(5) });
}
