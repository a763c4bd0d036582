import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AccountKey } from '../../constructs/account-key';

const env = { account: '333344445555', region: 'us-east-1' };

describe('AccountKey', () => {
  const owner = new Stack(new App(), 'Owner', { env });
  new AccountKey(owner, 'AccountKey', { organizationName: 'example', parameterName: '/example/account-key' });
  const template = Template.fromStack(owner);

  test('publishes the ARN of the key, which is what log groups want', () => {
    const [key] = Object.keys(template.findResources('AWS::KMS::Key'));
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/example/account-key',
      Type: 'String',
      Value: { 'Fn::GetAtt': [key, 'Arn'] },
    });
  });

  test('lets CloudWatch Logs of its account and region use it, and keeps it when the stack is deleted', () => {
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(JSON.stringify(template.toJSON())).toContain('logs.us-east-1.amazonaws.com');
    expect(JSON.stringify(template.toJSON())).toContain(':logs:us-east-1:333344445555:log-group:*');
  });

  test('another stack of the account encrypts with it without paying for a key of its own', () => {
    const user = new Stack(new App(), 'User', { env });
    new LogGroup(user, 'LogGroup', { encryptionKey: AccountKey.published(user, 'AccountKey', '/example/account-key') });
    const used = Template.fromStack(user);
    const [parameter] = Object.keys(used.findParameters('*', { Default: '/example/account-key' }));
    used.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: { Ref: parameter } });
    used.resourceCountIs('AWS::KMS::Key', 0);
  });
});
