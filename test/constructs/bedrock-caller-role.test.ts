import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BedrockCallerRole } from '../../constructs/bedrock-caller-role';

const env = { account: '444455556666', region: 'ap-northeast-1' };

describe('the role that calls Amazon Bedrock', () => {
  const stack = new Stack(new App(), 'Stack', { env });
  new BedrockCallerRole(stack, 'Caller', {
    iamPath: '/example/',
    roleName: 'example-bedrock-caller-ap-northeast-1',
    permissionsBoundary: 'example-permissions-boundary',
    statements: [
      {
        Sid: 'DenyCallsWithoutTheGuardrail',
        Effect: 'Deny',
        Action: ['bedrock:InvokeModel'],
        Resource: 'arn:aws:bedrock:*::foundation-model/*',
        Condition: { ArnNotLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:x:1:guardrail/a:*' } },
      },
    ],
  });
  const template = Template.fromStack(stack);

  test('is used by Lambda of this account and nobody else', () => {
    const [role] = Object.values(template.findResources('AWS::IAM::Role'));
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'lambda.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
      },
    ]);
  });

  test('is bounded by the permissions boundary of its account', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'example-bedrock-caller-ap-northeast-1',
      PermissionsBoundary: {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::444455556666:policy/example-permissions-boundary']],
      },
      ManagedPolicyArns: Match.absent(),
    });
  });

  test('has the statements as they were written, the denial included', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Sid: 'DenyCallsWithoutTheGuardrail',
            Effect: 'Deny',
            Action: 'bedrock:InvokeModel',
            Resource: 'arn:aws:bedrock:*::foundation-model/*',
            Condition: { ArnNotLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:x:1:guardrail/a:*' } },
          },
        ],
      },
    });
  });
});
