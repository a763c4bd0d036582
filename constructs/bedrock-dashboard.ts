import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type BudgetWidgetsProps, budgetWidgets } from './bedrock-budget-widgets';
import { titles } from './bedrock-dashboard-titles';
import { guardrailInterventions, invocationLogDelivery } from './bedrock-metrics';

export interface BedrockDashboardProps extends BudgetWidgetsProps {
  /** Unique in the account; dashboards of all regions share one list. */
  readonly dashboardName: string;
  readonly guardrailArn: string;
  readonly guardrailVersion: string;
  /** Who asked when with what outcome. The dashboard never reads the invocation log, so that its readers see no prompt. */
  readonly auditLogGroup: ILogGroup;
  /** The function that calls Converse. */
  readonly converse: IFunction;
  readonly alarms: readonly IAlarm[];
}

/**
 * One page that says whether Amazon Bedrock is used as intended: guardrail, use, people, who was denied, tokens and cost against
 * their budgets, lost evidence, alarms. What CloudWatch shows by itself (latency, time to first token) is not repeated.
 *
 * The first three dashboards of an account are free, then $3 a month; each look at it runs two log queries over the audit log.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/model-invocations.html
 */
export class BedrockDashboard extends Construct {
  constructor(scope: Construct, id: string, props: BedrockDashboardProps) {
    super(scope, id);
    const title = titles[props.language];
    const logGroupNames = [props.auditLogGroup.logGroupName];
    new Dashboard(this, 'Dashboard', {
      dashboardName: props.dashboardName,
      defaultInterval: Duration.days(7),
      widgets: [
        [
          graph(title.interventions, [guardrailInterventions(props.guardrailArn, props.guardrailVersion)]),
          graph(title.byPolicy, [
            everyValueOf('AWS/Bedrock/Guardrails', 'GuardrailPolicyType', 'InvocationsIntervened'),
          ]),
          graph(title.delivery, [
            invocationLogDelivery('Success').with({ label: 'delivered' }),
            invocationLogDelivery('Failure').with({ label: 'lost' }),
          ]),
        ],
        [
          graph(title.invocations, [everyValueOf('AWS/Bedrock', 'ModelId', 'Invocations')]),
          graph(title.tokens, [
            everyValueOf('AWS/Bedrock', 'ModelId', 'InputTokenCount', 'in'),
            everyValueOf('AWS/Bedrock', 'ModelId', 'OutputTokenCount', 'out'),
          ]),
          graph(title.throttles, [everyValueOf('AWS/Bedrock', 'ModelId', 'InvocationThrottles')]),
        ],
        [
          table(title.people, logGroupNames, [
            'filter ispresent(who.slackUser)',
            'stats count() as calls, sum(tokens.in) as tokensIn, sum(tokens.out) as tokensOut by who.slackUser',
            'sort calls desc',
            'limit 20',
          ]),
          table(title.denied, logGroupNames, [
            'filter result.outcome like /^blocked/ or result.outcome = "rate_limited"',
            'fields @timestamp, who.slackUser, who.slackChannel, result.outcome, result.policyTypes.0, eventId',
            'sort @timestamp desc',
            'limit 20',
          ]),
          graph(title.errors, [props.converse.metricErrors(), props.converse.metricThrottles()]),
        ],
        budgetWidgets(props),
        [alarmsOf(props)],
      ],
    });
  }
}

function alarmsOf({ language, alarms, assistant }: BedrockDashboardProps): IWidget {
  const all = [...alarms, ...(assistant ? [assistant.putAsideAlarm, ...assistant.alarms] : [])];
  return new AlarmStatusWidget({ title: titles[language].alarms, alarms: all, width: 24, height: 3 });
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, height: 6 });
}

function table(title: string, logGroupNames: string[], queryLines: string[]): LogQueryWidget {
  return new LogQueryWidget({
    title,
    logGroupNames,
    queryLines,
    view: LogQueryVisualizationType.TABLE,
    width: 8,
    height: 6,
  });
}

/** One line for each value of a dimension, whatever the values are: models come and go. */
function everyValueOf(namespace: string, dimension: string, metricName: string, label = ''): MathExpression {
  return new MathExpression({
    expression: `SEARCH('{${namespace},${dimension}} MetricName="${metricName}"', 'Sum', 300)`,
    usingMetrics: {},
    label,
    period: Duration.minutes(5),
  });
}
