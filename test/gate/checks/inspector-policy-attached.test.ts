import { inspectorPolicyAttached } from '../../../gate/checks/inspector-policy-attached';
import { faultsOf, messagesOf, passesOf, stackOf } from '../fixture-assembly';

const policy = (Type: string, TargetIds: unknown) =>
  stackOf('management-declarative-policies', {
    Policy: { Type: 'AWS::Organizations::Policy', Properties: { Type, TargetIds } },
  });

describe('the Inspector policy', () => {
  test('passes when it is attached to the root', () => {
    expect(passesOf(inspectorPolicyAttached, [policy('INSPECTOR_POLICY', ['r-exmp'])])).toHaveLength(1);
  });

  test.each([
    ['there is none', []],
    ['it is attached to nothing', [policy('INSPECTOR_POLICY', [])]],
    ['it covers one unit only', [policy('INSPECTOR_POLICY', ['ou-exmp-security1'])]],
    ['its targets are not known', [policy('INSPECTOR_POLICY', { Ref: 'Root' })]],
    ['it is another policy', [policy('TAG_POLICY', ['r-exmp'])]],
  ])('fails when %s', (_what, stacks) => {
    expect(messagesOf(faultsOf(inspectorPolicyAttached, stacks))).toEqual([
      'No policy of type INSPECTOR_POLICY is attached to r-exmp',
    ]);
  });
});
