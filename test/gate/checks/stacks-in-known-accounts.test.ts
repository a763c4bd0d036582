import { stacksInKnownAccounts } from '../../../gate/checks/stacks-in-known-accounts';
import { accounts, faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

describe('a stack', () => {
  test.each([
    ['an account nobody configured', { account: '999999999999' }],
    ['no account in particular', { account: 'unknown-account' }],
    ['a region that is not governed', { region: 'eu-west-1' }],
  ])('must not go to %s', (_where, more) => {
    const faults = faultsOf(stacksInKnownAccounts, [stackOf('stray', { topic }, more)]);
    expect(messagesOf(faults)).toEqual([
      expect.stringMatching(/^stray goes to .*, which the organization does not know$/),
    ]);
  });

  test('may go to the region of the global services, governed or not', () => {
    const global = stackOf(
      'management-foundation',
      { topic },
      { account: accounts.management.id, region: 'us-east-1' },
    );
    expect(
      passesOf(stacksInKnownAccounts, [global], { governedRegions: ['ap-northeast-1', 'ap-northeast-3'] }),
    ).toHaveLength(1);
  });
});
