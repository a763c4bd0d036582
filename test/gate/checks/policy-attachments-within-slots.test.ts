import { policyAttachmentsWithinSlots } from '../../../gate/checks/policy-attachments-within-slots';
import { faultsOf, messagesOf, passesOf, stackOf } from '../fixture-assembly';

const policies = (count: number, Type: string, TargetIds: unknown = ['ou-exmp-security1']) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Policy${index}`,
      { Type: 'AWS::Organizations::Policy', Properties: { Type, TargetIds } },
    ]),
  );

describe('the policies of one target', () => {
  test.each([
    ['SERVICE_CONTROL_POLICY', 9],
    ['RESOURCE_CONTROL_POLICY', 4],
  ])('of type %s fit up to %i, beside the one of AWS', (type, most) => {
    expect(faultsOf(policyAttachmentsWithinSlots, [stackOf('a', policies(most, type))])).toEqual([]);
    const faults = faultsOf(policyAttachmentsWithinSlots, [stackOf('a', policies(most + 1, type))]);
    expect(messagesOf(faults)).toEqual([
      expect.stringContaining(`ou-exmp-security1 has ${most + 2} of ${most + 1} policies of type ${type}`),
    ]);
  });

  test('are counted over all stacks', () => {
    const half = (id: string) => stackOf(id, policies(5, 'SERVICE_CONTROL_POLICY'));
    expect(faultsOf(policyAttachmentsWithinSlots, [half('a'), half('b')])).toHaveLength(1);
  });

  test('are counted for each target by itself, also for one that is known at deployment only', () => {
    const spread = [
      stackOf('a', policies(9, 'SERVICE_CONTROL_POLICY', ['ou-exmp-security1'])),
      stackOf('b', policies(9, 'SERVICE_CONTROL_POLICY', [{ Ref: 'Unit' }])),
    ];
    expect(faultsOf(policyAttachmentsWithinSlots, spread)).toEqual([]);
    expect(passesOf(policyAttachmentsWithinSlots, spread)).toHaveLength(2);
  });

  test('share the slots with what others hold', () => {
    const stacks = [stackOf('a', policies(5, 'SERVICE_CONTROL_POLICY'))];
    const slotsHeld = (serviceControlPolicies: number) => ({ rollout: { slotsHeld: { serviceControlPolicies } } });
    expect(faultsOf(policyAttachmentsWithinSlots, stacks, slotsHeld(4))).toEqual([]);
    expect(messagesOf(faultsOf(policyAttachmentsWithinSlots, stacks, slotsHeld(5)))).toEqual([
      expect.stringContaining('has 11 of 10 policies of type SERVICE_CONTROL_POLICY, the one of AWS and 5 of others'),
    ]);
  });

  test('are unknown when the list itself is computed', () => {
    const faults = faultsOf(policyAttachmentsWithinSlots, [
      stackOf('a', policies(1, 'SERVICE_CONTROL_POLICY', { Ref: 'Targets' })),
    ]);
    expect(faults.map(({ state }) => state)).toEqual(['unknown']);
  });

  test('of other types have no slots to count', () => {
    expect(faultsOf(policyAttachmentsWithinSlots, [stackOf('a', policies(12, 'TAG_POLICY'))])).toEqual([]);
  });
});
