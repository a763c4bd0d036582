import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SecurityHubPolicyAssociation } from '../../constructs/security-hub-policy-association';

test('SecurityHubPolicyAssociation: the policy stays on every account when the stack is deleted', () => {
  const stack = new Stack();
  new SecurityHubPolicyAssociation(stack, 'Association', {
    policyId: '00000000-0000-4000-8000-000000000000',
    rootId: 'r-exmp',
  });
  Template.fromStack(stack).hasResource('AWS::SecurityHub::PolicyAssociation', {
    Properties: {
      ConfigurationPolicyId: '00000000-0000-4000-8000-000000000000',
      TargetType: 'ROOT',
      TargetId: 'r-exmp',
    },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});
