import { dataRetentionCoversRegions } from '../../../gate/checks/data-retention-covers-regions';
import { accounts, faultsOf, messagesOf, passesOf, settings, stackOf } from '../fixture-assembly';

const retention = (desired: unknown, account = accounts.workloads[0]?.id) =>
  stackOf('assistant-account', { Settings: settings({ name: 'bedrock-data-retention', desired }) }, { account });

describe('zero data retention', () => {
  test('is set in every governed region', () => {
    const stack = retention({ mode: 'none', regions: ['ap-northeast-1', 'us-east-1'] });
    expect(passesOf(dataRetentionCoversRegions, [stack])).toHaveLength(1);
  });

  test.each([
    [
      'one region is left out',
      retention({ mode: 'none', regions: ['us-east-1'] }),
      'in us-east-1, but not in ap-northeast-1',
    ],
    ['it is another mode', retention({ mode: 'default', regions: ['ap-northeast-1', 'us-east-1'] }), 'in no region'],
    [
      'it is set in another account',
      retention({ mode: 'none', regions: ['ap-northeast-1'] }, accounts.audit.id),
      'in no region',
    ],
    ['it cannot be read', retention({ Ref: 'Desired' }), 'in no region'],
  ])('is missing when %s', (_what, stack, message) => {
    expect(messagesOf(faultsOf(dataRetentionCoversRegions, [stack]))).toEqual([expect.stringContaining(message)]);
  });
});
