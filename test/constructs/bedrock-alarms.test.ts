import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BedrockAlarms, type BedrockAlarmsProps } from '../../constructs/bedrock-alarms';
import { bedrockLogAlarms } from '../../constructs/bedrock-log-alarms';

function templateOf(props: Partial<BedrockAlarmsProps> = {}): Template {
  const stack = new Stack(new App(), 'Stack', { env: { account: '444455556666', region: 'ap-northeast-1' } });
  new BedrockAlarms(stack, 'Alarms', {
    namePrefix: 'example-bedrock',
    topic: new Topic(stack, 'Topic'),
    language: 'en',
    guardrailArn: 'arn:aws:bedrock:ap-northeast-1:444455556666:guardrail/abcdefghijkl',
    guardrailVersion: '3',
    converse: LambdaFunction.fromFunctionArn(
      stack,
      'Converse',
      'arn:aws:lambda:ap-northeast-1:444455556666:function:example-converse',
    ),
    auditLogGroup: LogGroup.fromLogGroupName(stack, 'Audit', '/example/bedrock/audit'),
    invocationLogGroup: LogGroup.fromLogGroupName(stack, 'Invocations', '/example/bedrock/invocations'),
    ...props,
  });
  return Template.fromStack(stack);
}

describe('alarms', () => {
  const template = templateOf();

  test('go off at the first lost invocation log; the metric has no dimension', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bedrock-lost-invocation-logs',
      Namespace: 'AWS/Bedrock',
      MetricName: 'ModelInvocationLogsCloudWatchDeliveryFailure',
      Dimensions: Match.absent(),
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test('go off when this version of the guardrail steps in unusually often', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bedrock-guardrail-interventions',
      Namespace: 'AWS/Bedrock/Guardrails',
      MetricName: 'InvocationsIntervened',
      Dimensions: [
        { Name: 'GuardrailArn', Value: 'arn:aws:bedrock:ap-northeast-1:444455556666:guardrail/abcdefghijkl' },
        { Name: 'GuardrailVersion', Value: '3' },
      ],
      Threshold: 10,
    });
    templateOf({ interventionThreshold: 3 }).hasResourceProperties('AWS::CloudWatch::Alarm', { Threshold: 3 });
  });

  test('go off at the first error of the assistant', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bedrock-converse-errors',
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: 'example-converse' }],
      Threshold: 1,
    });
  });

  test.each([
    ['use-nobody-signed-for', '/example/bedrock/invocations', 1],
    ['model-throttled', '/example/bedrock/audit', 3],
  ])('count %s in its log, wherever Bedrock is used', (name, logGroup, threshold) => {
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterName: `example-bedrock-${name}`,
      LogGroupName: logGroup,
      FilterPattern: bedrockLogAlarms[name as keyof typeof bedrockLogAlarms].pattern,
      MetricTransformations: [{ MetricNamespace: 'example-bedrock', MetricName: name, MetricValue: '1' }],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `example-bedrock-${name}`,
      Namespace: 'example-bedrock',
      MetricName: name,
      Statistic: 'Sum',
      Period: 300,
      Threshold: threshold,
    });
  });

  test('tell people when they go off and when it is over, and are quiet while nothing happens', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms).toHaveLength(5);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.any(String) }]);
      expect(Properties.OKActions).toEqual(Properties.AlarmActions);
      expect(Properties.TreatMissingData).toBe('notBreaching');
    }
  });

  test('speak the language of the organization', () => {
    const descriptions = (found: Template) =>
      Object.values(found.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.AlarmDescription);
    for (const text of descriptions(template)) expect(text).toMatch(/^[ -~]+$/);
    for (const text of descriptions(templateOf({ language: 'ja' }))) expect(text).toMatch(/[\u3040-\u30ff]/);
  });
});
