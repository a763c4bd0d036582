import { governedRegionsCovered } from '../../../gate/checks/governed-regions-covered';
import { accounts, faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

const regions = ['ap-northeast-1', 'us-east-1'];
const workload = accounts.workloads[0]?.id;
const complete = [
  ...regions.flatMap((region) => [
    stackOf(`management-delegation-${region}`, { topic }, { account: accounts.management.id, region }),
    stackOf(`audit-guardduty-${region}`, { topic }, { region }),
    stackOf(`audit-access-analyzer-${region}`, { topic }, { region }),
  ]),
  stackOf('assistant-account', { topic }, { account: workload }),
  stackOf('assistant-bedrock-ap-northeast-1', { topic }, { account: workload }),
  stackOf('assistant-assistant-ap-northeast-1', { topic }, { account: workload }),
];
const without = (id: string) => complete.filter((stack) => stack.id !== id);

describe('the governed regions', () => {
  test('are covered when every one has its stacks', () => {
    expect(faultsOf(governedRegionsCovered, complete)).toEqual([]);
    expect(passesOf(governedRegionsCovered, complete)).toHaveLength(complete.length);
  });

  test.each(complete.map(({ id }) => id))('are not covered without %s', (id) => {
    expect(messagesOf(faultsOf(governedRegionsCovered, without(id)))).toEqual([
      expect.stringContaining(`${id} is missing`),
    ]);
  });

  test('are not covered by a stack that goes elsewhere', () => {
    const stray = stackOf('audit-guardduty-us-east-1', { topic }, { region: 'ap-northeast-1' });
    expect(faultsOf(governedRegionsCovered, [...without(stray.id), stray])).toEqual([
      expect.objectContaining({ state: 'fail', stack: stray.id }),
    ]);
  });

  test('need Macie too where the profile asks for it', () => {
    const faults = faultsOf(governedRegionsCovered, complete, { services: { macie: true } });
    expect(messagesOf(faults).map((message) => message.split(' ')[0])).toEqual(
      regions.map((region) => `audit-macie-${region}`),
    );
  });

  test('need a recorder in every account where Security Hub CSPM works alone', () => {
    const faults = faultsOf(governedRegionsCovered, complete, { services: { securityHub: 'cspm' } });
    expect(messagesOf(faults).map((message) => message.split(' ')[0])).toEqual(
      regions.flatMap((region) =>
        ['management', 'log-archive', 'audit', 'assistant'].map((name) => `${name}-configuration-recorder-${region}`),
      ),
    );
  });
});
