import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

const period = Duration.minutes(5);

/**
 * Invocation logs that did not reach CloudWatch Logs. The page says "across all model IDs": the metric has no dimension.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html
 */
export function invocationLogDelivery(result: 'Success' | 'Failure'): Metric {
  return new Metric({
    namespace: 'AWS/Bedrock',
    metricName: `ModelInvocationLogsCloudWatchDelivery${result}`,
    statistic: 'Sum',
    period,
  });
}

/**
 * How often one version of a guardrail stepped in.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-guardrails-cw-metrics.html
 */
export function guardrailInterventions(guardrailArn: string, version: string): Metric {
  return new Metric({
    namespace: 'AWS/Bedrock/Guardrails',
    metricName: 'InvocationsIntervened',
    dimensionsMap: { GuardrailArn: guardrailArn, GuardrailVersion: version },
    statistic: 'Sum',
    period,
  });
}

/**
 * Tokens of a day, in UTC, of everybody who calls a model by this inference profile.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html
 */
export function tokensADay(direction: 'Input' | 'Output', inferenceProfile: string): Metric {
  return new Metric({
    namespace: 'AWS/Bedrock',
    metricName: `${direction}TokenCount`,
    dimensionsMap: { ModelId: inferenceProfile },
    statistic: 'Sum',
    period: Duration.days(1),
  });
}
