import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SecurityHubAdministrator } from '../../constructs/security-hub-administrator';

test('SecurityHubAdministrator: deleting the stack does not take the administrator, and with it every policy, away', () => {
  const stack = new Stack();
  new SecurityHubAdministrator(stack, 'SecurityHub', { accountId: '333344445555' });
  Template.fromStack(stack).hasResource('AWS::SecurityHub::DelegatedAdmin', {
    Properties: { AdminAccountId: '333344445555' },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});
