import { statefulResourcesRetained } from '../../../gate/checks/stateful-resources-retained';
import { faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

const stateful = [
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
];

describe('a resource that holds state', () => {
  test.each(stateful)('%s must outlive its stack and its replacement', (Type) => {
    const retained = { Type, DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
    expect(passesOf(statefulResourcesRetained, [stackOf('a', { Kept: retained })])).toHaveLength(1);
    expect(messagesOf(faultsOf(statefulResourcesRetained, [stackOf('a', { Lost: { Type } })]))).toEqual([
      `Lost (${Type}) in a is not retained: DeletionPolicy and UpdateReplacePolicy`,
    ]);
  });

  test.each([
    ['deleted with its stack', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Retain' }, 'DeletionPolicy'],
    ['lost when it is replaced', { DeletionPolicy: 'Retain' }, 'UpdateReplacePolicy'],
    ['kept as a snapshot only', { DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Retain' }, 'DeletionPolicy'],
  ])('that is %s fails', (_what, policies, named) => {
    const faults = faultsOf(statefulResourcesRetained, [stackOf('a', { Key: { Type: 'AWS::KMS::Key', ...policies } })]);
    expect(messagesOf(faults)).toEqual([expect.stringMatching(new RegExp(`: ${named}$`))]);
  });

  test('may go when its first deployment fails: then it holds nothing yet', () => {
    const fresh = { Type: 'AWS::S3::Bucket', DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
    expect(faultsOf(statefulResourcesRetained, [stackOf('a', { fresh })])).toEqual([]);
  });

  test('is not a topic', () => {
    expect(faultsOf(statefulResourcesRetained, [stackOf('a', { topic })])).toEqual([]);
  });
});
