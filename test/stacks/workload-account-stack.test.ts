import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { WorkloadAccountStack } from '../../stacks/workload-account-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';

const template = Template.fromStack(
  new WorkloadAccountStack(new App(), 'assistant-account', baselineProps('workload')),
);

describe('a workload account', () => {
  test('has Amazon Bedrock keep nothing, and every new volume encrypted, in every governed region', () => {
    const regions = ['ap-northeast-1', 'us-east-1'];
    expect(appliedSettings(template)).toEqual([
      { name: 'bedrock-data-retention', desired: { mode: 'none', regions } },
      { name: 'ebs-encryption-by-default', desired: { regions } },
    ]);
  });

  test('lets the function that sets it set nothing looser, and in no other region', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'bedrock:PutAccountDataRetention',
            Condition: {
              StringEquals: {
                'aws:RequestedRegion': ['ap-northeast-1', 'us-east-1'],
                'bedrock:DataRetentionMode': 'none',
              },
            },
          }),
        ]),
      },
    });
  });

  test('has one key and one function, no more, however many regions are governed', () => {
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.resourceCountIs('AWS::Lambda::Function', 1);
  });
});

describe('what concerns the whole account', () => {
  test('is a permissions boundary with the name that roles ask for', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      ManagedPolicyName: 'example-permissions-boundary',
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Sid: 'RunModelsThroughApprovedProfiles', Effect: 'Allow' }),
          Match.objectLike({ Sid: 'DenyBedrockSideDoors', Effect: 'Deny' }),
        ]),
      },
    });
  });

  test('is attached to nobody: a boundary grants nothing', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      Roles: Match.absent(),
      Users: Match.absent(),
      Groups: Match.absent(),
    });
  });

  test('is a budget of the amount and for the people of the configuration', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 100, Unit: 'USD' } },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'security@example.com' }] }),
      ]),
    });
  });
});
