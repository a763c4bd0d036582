import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { ManagementAlternateContactsStack } from '../../stacks/management-alternate-contacts-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps, exampleOrganization } from '../helpers/example';

const contact = { name: 'Somebody', title: 'On duty', email: 'duty@example.com', phone: '+81 3-0000-0000' };

const settingsOf = (overrides: Partial<OrganizationInput> = {}) => {
  const props = baselineProps('management', 'us-east-1', overrides);
  return appliedSettings(Template.fromStack(new ManagementAlternateContactsStack(new App(), 'stack', props)));
};

test('gives every account the contacts of the configuration, under the names of AWS', () => {
  expect(settingsOf({ alternateContacts: { operations: contact, billing: contact } })).toEqual([
    {
      name: 'alternate-contacts',
      desired: {
        managementAccountId: '111122223333',
        accountIds: ['111122223333', '222233334444', '333344445555', '444455556666'],
        contacts: { OPERATIONS: contact, BILLING: contact },
      },
    },
  ]);
});

test('is made only where somebody is named', () => {
  expect(ManagementAlternateContactsStack.isNeeded(exampleOrganization())).toBe(true);
  expect(ManagementAlternateContactsStack.isNeeded(exampleOrganization({ alternateContacts: {} }))).toBe(false);
  expect(ManagementAlternateContactsStack.isNeeded(exampleOrganization({ alternateContacts: undefined }))).toBe(false);
});
