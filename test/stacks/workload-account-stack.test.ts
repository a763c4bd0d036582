import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { Workload } from '../../config/resolve-organization';
import { WorkloadAccountStack } from '../../stacks/workload-account-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';

function templateOf(region?: string): Template {
  const props = baselineProps('workload', region);
  const workload = props.organization.accounts.workloads[0] as Workload;
  return Template.fromStack(new WorkloadAccountStack(new App(), 'assistant-account', { ...props, workload }));
}

describe.each(['ap-northeast-1', 'us-east-1'])('a workload account in %s', (region) => {
  const template = templateOf(region);

  test('has Amazon Bedrock keep nothing', () => {
    expect(appliedSettings(template)).toEqual([{ name: 'bedrock-data-retention', desired: { mode: 'none' } }]);
  });

  test('lets the function that sets it set nothing looser', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'bedrock:PutAccountDataRetention',
            Condition: { StringEquals: { 'aws:RequestedRegion': region, 'bedrock:DataRetentionMode': 'none' } },
          }),
        ]),
      },
    });
  });

  test('has one key and one function, no more', () => {
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.resourceCountIs('AWS::Lambda::Function', 1);
  });
});

describe('what concerns the whole account', () => {
  const home = templateOf();

  test('is in the home region only', () => {
    for (const type of ['AWS::IAM::ManagedPolicy', 'AWS::Budgets::Budget']) {
      home.resourceCountIs(type, 1);
      templateOf('us-east-1').resourceCountIs(type, 0);
    }
  });

  test('is a permissions boundary with the name that roles ask for', () => {
    home.hasResourceProperties('AWS::IAM::ManagedPolicy', {
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
    home.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      Roles: Match.absent(),
      Users: Match.absent(),
      Groups: Match.absent(),
    });
  });

  test('is a budget of the amount and for the people of the configuration', () => {
    home.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 100, Unit: 'USD' } },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'security@example.com' }] }),
      ]),
    });
  });
});
