import { stacksProtectedFromDeletion } from '../../../gate/checks/stacks-protected-from-deletion';
import { faultsOf, messagesOf, passesOf, stackOf, topic } from '../fixture-assembly';

describe('a stack', () => {
  test('must have termination protection', () => {
    const unsafe = stackOf('unsafe', { topic }, { terminationProtection: false });
    expect(passesOf(stacksProtectedFromDeletion, [stackOf('safe', { topic }), unsafe])).toEqual([
      { state: 'pass', stack: 'safe' },
    ]);
    expect(messagesOf(faultsOf(stacksProtectedFromDeletion, [unsafe]))).toEqual([
      'unsafe has no termination protection',
    ]);
  });
});
