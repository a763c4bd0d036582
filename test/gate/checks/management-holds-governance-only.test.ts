import { managementHoldsGovernanceOnly } from '../../../gate/checks/management-holds-governance-only';
import { accounts, faultsOf, messagesOf, passesOf, settings, stackOf, topic } from '../fixture-assembly';

const inManagement = { account: accounts.management.id };
const policy = { Type: 'AWS::Organizations::Policy' };

describe('the management account', () => {
  test('may hold policies, settings and alarms', () => {
    const stack = stackOf('management-trail', { policy, topic, settings: settings() }, inManagement);
    expect(faultsOf(managementHoldsGovernanceOnly, [stack])).toEqual([]);
    expect(passesOf(managementHoldsGovernanceOnly, [stack])).toHaveLength(1);
  });

  test.each(['AWS::EC2::Instance', 'AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Bedrock::Agent'])(
    'must not hold a workload: %s',
    (Type) => {
      const faults = faultsOf(managementHoldsGovernanceOnly, [
        stackOf('management-app', { policy, App: { Type } }, inManagement),
      ]);
      expect(faults).toEqual([expect.objectContaining({ state: 'fail', stack: 'management-app', logicalId: 'App' })]);
      expect(messagesOf(faults)[0]).toContain(Type);
    },
  );

  test('is the only one this is about', () => {
    expect(
      faultsOf(managementHoldsGovernanceOnly, [stackOf('audit-app', { App: { Type: 'AWS::EC2::Instance' } })]),
    ).toEqual([]);
  });
});
