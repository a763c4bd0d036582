import { securityHubCoversOrganization } from '../../../gate/checks/security-hub-covers-organization';
import { accounts, faultsOf, messagesOf, passesOf, stackOf } from '../fixture-assembly';

const parts = {
  Aggregator: { Type: 'AWS::SecurityHub::FindingAggregator' },
  Configuration: { Type: 'AWS::SecurityHub::OrganizationConfiguration' },
  Policy: { Type: 'AWS::SecurityHub::ConfigurationPolicy' },
};
const association = {
  Association: {
    Type: 'AWS::SecurityHub::PolicyAssociation',
    Properties: { TargetType: 'ROOT', TargetId: 'r-exmp' },
  },
};

describe('Security Hub', () => {
  test('covers the organization when all its parts are there, in whatever stacks of the audit account', () => {
    const stacks = [stackOf('audit-security-hub', parts), stackOf('audit-security-hub-association', association)];
    expect(passesOf(securityHubCoversOrganization, stacks)).toHaveLength(1);
  });

  test.each([
    ['Aggregator', 'finding aggregator'],
    ['Configuration', 'organization configuration'],
    ['Policy', 'configuration policy'],
    ['Association', 'association with the root'],
  ])('does not without its %s', (left, name) => {
    const { [left]: _left, ...rest } = { ...parts, ...association } as Record<string, { Type: string }>;
    expect(messagesOf(faultsOf(securityHubCoversOrganization, [stackOf('audit', rest)]))).toEqual([
      `The audit account lacks the Security Hub ${name}`,
    ]);
  });

  test('does not when it is associated with one unit', () => {
    const unit = {
      ...association.Association,
      Properties: { TargetType: 'ORGANIZATIONAL_UNIT', TargetId: 'ou-exmp-security1' },
    };
    expect(faultsOf(securityHubCoversOrganization, [stackOf('audit', { ...parts, unit })])).toHaveLength(1);
  });

  test('does not from another account', () => {
    const elsewhere = stackOf('management', { ...parts, ...association }, { account: accounts.management.id });
    expect(messagesOf(faultsOf(securityHubCoversOrganization, [elsewhere]))[0]).toMatch(
      /finding aggregator, organization/,
    );
  });
});
