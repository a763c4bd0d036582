import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BedrockDashboard, type BedrockDashboardProps } from '../../constructs/bedrock-dashboard';

interface Properties {
  readonly title: string;
  readonly metrics?: unknown[];
  readonly query?: string;
  readonly alarms?: readonly string[];
  readonly annotations?: {
    readonly horizontal?: readonly { readonly value: number }[];
    readonly alarms?: readonly string[];
  };
}

function bodyOf(language: 'en' | 'ja', more: Partial<BedrockDashboardProps> = {}, slack = true) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '444455556666', region: 'ap-northeast-1' } });
  const alarm = (name: string) =>
    Alarm.fromAlarmArn(stack, name, `arn:aws:cloudwatch:ap-northeast-1:444455556666:alarm:${name}`);
  new BedrockDashboard(stack, 'Dashboard', {
    dashboardName: 'example-bedrock-ap-northeast-1',
    language,
    guardrailArn: 'arn:aws:bedrock:ap-northeast-1:444455556666:guardrail/abcdefghijkl',
    guardrailVersion: '3',
    auditLogGroup: LogGroup.fromLogGroupName(stack, 'Audit', '/example/bedrock/audit'),
    converse: LambdaFunction.fromFunctionArn(
      stack,
      'Converse',
      'arn:aws:lambda:ap-northeast-1:444455556666:function:example-converse',
    ),
    alarms: [alarm('lost-invocation-logs')],
    inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
    tokenPrice: { input: 0.4, output: 3.3 },
    monthlyBudget: 100,
    ...(slack && {
      assistant: { dailyTokenBudget: 50_000, putAsideAlarm: alarm('questions-put-aside'), alarms: [alarm('withheld')] },
    }),
    ...more,
  });
  const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const body = dashboard?.Properties.DashboardBody;
  const text: string = typeof body === 'string' ? body : body['Fn::Join'][1].join('');
  const widgets: { type: string; properties: Properties }[] = JSON.parse(text).widgets;
  return { name: dashboard?.Properties.DashboardName, text, widgets };
}

describe('the dashboard', () => {
  const { name, text, widgets } = bodyOf('en');

  test('is named after its region, because all regions share one list', () => {
    expect(name).toBe('example-bedrock-ap-northeast-1');
  });

  test.each([
    ['guardrail interventions', 'InvocationsIntervened'],
    ['interventions by policy', '{AWS/Bedrock/Guardrails,GuardrailPolicyType}'],
    ['invocations', 'MetricName="Invocations"'],
    ['input tokens', 'MetricName="InputTokenCount"'],
    ['output tokens', 'MetricName="OutputTokenCount"'],
    ['throttles', 'MetricName="InvocationThrottles"'],
    ['logs that were delivered', 'ModelInvocationLogsCloudWatchDeliverySuccess'],
    ['logs that were lost', 'ModelInvocationLogsCloudWatchDeliveryFailure'],
    ['who uses it most', 'by who.slackUser'],
    ['who was blocked', '/^blocked/'],
    ['who used up the budget', 'result.outcome = "rate_limited"'],
  ])('shows %s', (_, part) => {
    expect(JSON.stringify(widgets).replaceAll('\\"', '"')).toContain(part);
  });

  const titled = (title: string, of = widgets) => of.find(({ properties }) => properties.title === title)?.properties;

  test('shows tokens a day against the budget of the day', () => {
    const { metrics, annotations } = titled('Tokens a day, all callers') ?? {};
    for (const name of ['InputTokenCount', 'OutputTokenCount']) {
      const day = expect.objectContaining({ period: 86_400, stat: 'Sum' });
      expect(metrics).toContainEqual(['AWS/Bedrock', name, 'ModelId', 'jp.amazon.nova-2-lite-v1:0', day]);
    }
    expect(annotations?.horizontal).toMatchObject([{ value: 50_000 }]);
  });

  test('shows what they cost against the budget of the month, where a price is known', () => {
    const { metrics, annotations } = titled('Model cost a day, estimated (US dollars)') ?? {};
    expect(JSON.stringify(metrics)).toContain('(i * 0.4 + o * 3.3) / 1000000');
    expect(annotations?.horizontal).toMatchObject([{ value: 3.33 }]);
    const unknown = bodyOf('en', { tokenPrice: undefined }).widgets;
    expect(titled('Model cost a day, estimated (US dollars)', unknown)).toBeUndefined();
  });

  test('shows questions that were put aside, and every alarm, of the assistant too where there is one', () => {
    const arn = (name: string) => `arn:aws:cloudwatch:ap-northeast-1:444455556666:alarm:${name}`;
    expect(titled('Questions put aside')?.annotations?.alarms).toEqual([arn('questions-put-aside')]);
    expect(titled('Alarms')?.alarms).toEqual(['lost-invocation-logs', 'questions-put-aside', 'withheld'].map(arn));
    const without = bodyOf('en', {}, false).widgets;
    expect(titled('Questions put aside', without)).toBeUndefined();
    expect(titled('Alarms', without)?.alarms).toEqual([arn('lost-invocation-logs')]);
    expect(titled('Tokens a day, all callers', without)?.annotations).toBeUndefined();
  });

  test('reads the audit log only, so that its readers see no prompt', () => {
    const queries = widgets.filter(({ type }) => type === 'log').map(({ properties }) => properties.query ?? '');
    expect(queries).toHaveLength(2);
    for (const query of queries) expect(query).toMatch(/^SOURCE '\/example\/bedrock\/audit' \|/);
    expect(text).not.toContain("invocations'");
  });

  test('has titles in the language of the organization', () => {
    for (const { properties } of widgets) expect(properties.title).toMatch(/^[ -~]+$/);
    for (const { properties } of bodyOf('ja').widgets) expect(properties.title).toMatch(/[\u3040-\u30ff]/);
  });
});
