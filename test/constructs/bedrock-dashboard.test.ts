import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BedrockDashboard } from '../../constructs/bedrock-dashboard';

function bodyOf(language: 'en' | 'ja') {
  const stack = new Stack(new App(), 'Stack', { env: { account: '444455556666', region: 'ap-northeast-1' } });
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
  });
  const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const body = dashboard?.Properties.DashboardBody;
  const text: string = typeof body === 'string' ? body : body['Fn::Join'][1].join('');
  const widgets: { type: string; properties: { title: string; metrics?: unknown[]; query?: string } }[] =
    JSON.parse(text).widgets;
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
  ])('shows %s', (_, part) => {
    expect(JSON.stringify(widgets).replaceAll('\\"', '"')).toContain(part);
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
