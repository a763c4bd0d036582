import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Workload } from '../../config/resolve-organization';
import { WorkloadInvocationLogStack } from '../../stacks/workload-invocation-log-stack';
import { baselineProps } from '../helpers/example';

const baseline = baselineProps('workload', 'us-east-1');
const template = Template.fromStack(
  new WorkloadInvocationLogStack(new App(), 'assistant-invocation-log-us-east-1', {
    ...baseline,
    workload: baseline.organization.accounts.workloads[0] as Workload,
  }),
);

test('every call of a model is logged where only another workload calls models', () => {
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: '/example/bedrock/invocations',
    RetentionInDays: 400,
    DeletionProtectionEnabled: true,
  });
  template.resourceCountIs('AWS::Bedrock::Guardrail', 0);
  template.resourceCountIs('AWS::KMS::Key', 1);
});

test('logging is switched on after the log group and the permission to write exist', () => {
  const [settings] = Object.values(template.findResources('Custom::Settings'));
  const log = ['AWS::Logs::LogGroup', 'AWS::IAM::ManagedPolicy'].map((type) =>
    Object.keys(template.findResources(type)).find((id) => id.startsWith('InvocationLog')),
  );
  expect(settings?.DependsOn).toEqual(expect.arrayContaining(log));
  expect(settings?.Type).toBe('Custom::Settings');
  expect(JSON.stringify(settings?.Properties)).toContain('bedrock-invocation-logging');
});
