import { Alarm, ComparisonOperator, type IAlarm, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { bedrockLogAlarms } from './bedrock-log-alarms';
import { guardrailInterventions, invocationLogDelivery } from './bedrock-metrics';
import type { Language, LocalizedText } from './localized-text';
import { timesInLog } from './log-alarm';

export interface BedrockAlarmsProps {
  /** Starts the name of every alarm. */
  readonly namePrefix: string;
  readonly topic: ITopic;
  readonly language: Language;
  readonly guardrailArn: string;
  readonly guardrailVersion: string;
  /** The function that calls Converse. */
  readonly converse: IFunction;
  readonly auditLogGroup: ILogGroup;
  readonly invocationLogGroup: ILogGroup;
  /** Interventions of the guardrail in five minutes that are no longer chance. @default 10 */
  readonly interventionThreshold?: number;
}

const descriptions = {
  'lost-invocation-logs': {
    en: 'Amazon Bedrock could not write prompts and answers to the invocation log. Evidence is being lost.',
    ja: 'Amazon Bedrock がプロンプトと回答を呼び出しログに書き込めません。証跡が失われている可能性があります。',
  },
  'guardrail-interventions': {
    en: 'The guardrail steps in unusually often. Somebody may be probing it.',
    ja: 'ガードレールの介入が普段より多く発生しています。回避を試みられている可能性があります。',
  },
  'converse-errors': {
    en: 'The assistant failed to answer, or could not write its audit record and withheld the answer.',
    ja: 'アシスタントが回答に失敗したか、監査記録を書き込めず回答を保留しました。',
  },
} as const satisfies Record<string, LocalizedText>;

/**
 * Alarms on what needs a person: evidence is lost, somebody works on the guardrail or goes around the assistant, the assistant fails or
 * is throttled. They tell the topic when they go off and when it is over. About $0.10 a month each.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export class BedrockAlarms extends Construct {
  readonly alarms: readonly IAlarm[];

  constructor(scope: Construct, id: string, props: BedrockAlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    const alarms: Alarm[] = [];
    const alarm = (name: string, metric: Metric, threshold: number, description: LocalizedText) => {
      const created = new Alarm(this, name, {
        alarmName: `${props.namePrefix}-${name}`,
        alarmDescription: description[props.language],
        metric,
        threshold,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 1,
        // These metrics exist only while something happens.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      created.addAlarmAction(action);
      created.addOkAction(action);
      alarms.push(created);
    };
    alarm('lost-invocation-logs', invocationLogDelivery('Failure'), 1, descriptions['lost-invocation-logs']);
    alarm(
      'guardrail-interventions',
      guardrailInterventions(props.guardrailArn, props.guardrailVersion),
      props.interventionThreshold ?? 10,
      descriptions['guardrail-interventions'],
    );
    alarm('converse-errors', props.converse.metricErrors(), 1, descriptions['converse-errors']);
    const logGroups = { audit: props.auditLogGroup, invocations: props.invocationLogGroup };
    for (const [name, { log, pattern, threshold, description }] of Object.entries(bedrockLogAlarms)) {
      const metric = timesInLog(this, { name, namespace: props.namePrefix, logGroup: logGroups[log], pattern });
      alarm(name, metric, threshold, description);
    }
    this.alarms = alarms;
  }
}
