import { assemblyHasStacks } from '../../../gate/checks/assembly-has-stacks';
import { faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

describe('an assembly', () => {
  test('with a resource in every stack passes', () => {
    expect(passesOf(assemblyHasStacks, [stackOf('a', { topic }), stackOf('b', { topic })])).toHaveLength(2);
  });

  test.each([
    ['without stacks', []],
    ['whose stacks are all empty', [stackOf('a', {})]],
  ])('%s cannot be judged: nothing wrong is not the same as right', (_what, stacks) => {
    const faults = faultsOf(assemblyHasStacks, stacks);
    expect(faults.map(({ state }) => state)).toEqual(['unknown']);
    expect(messagesOf(faults)[0]).toMatch(/not one resource/);
  });

  test('with one empty stack fails: it cannot be deployed', () => {
    expect(faultsOf(assemblyHasStacks, [stackOf('a', { topic }), stackOf('empty', {})])).toEqual([
      expect.objectContaining({ state: 'fail', stack: 'empty' }),
    ]);
  });
});
