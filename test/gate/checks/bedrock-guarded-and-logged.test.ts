import { bedrockGuardedAndLogged } from '../../../gate/checks/bedrock-guarded-and-logged';
import { accounts, faultsOf, messagesOf, passesOf, settings, stackOf, topic } from '../fixture-assembly';

const Guardrail = { Type: 'AWS::Bedrock::Guardrail' };
const Logging = settings({ name: 'bedrock-invocation-logging', desired: {} });
const workload = { account: accounts.workloads[0]?.id };

describe('a region in which a workload runs Bedrock', () => {
  test('has a guardrail and logs every invocation, in one stack or in two', () => {
    const together = [stackOf('assistant-bedrock', { Guardrail, Logging }, workload)];
    const apart = [stackOf('a', { Guardrail }, workload), stackOf('b', { Logging }, workload)];
    expect(passesOf(bedrockGuardedAndLogged, together)).toHaveLength(1);
    expect(passesOf(bedrockGuardedAndLogged, apart)).toHaveLength(1);
  });

  test.each([
    ['no guardrail', { Logging }, 'assistant in ap-northeast-1 has no guardrail'],
    ['no logging', { Guardrail }, 'assistant in ap-northeast-1 has no invocation logging'],
    ['neither', { topic }, 'assistant in ap-northeast-1 has no guardrail and no invocation logging'],
  ])('fails with %s', (_what, resources, message) => {
    expect(messagesOf(faultsOf(bedrockGuardedAndLogged, [stackOf('a', resources, workload)]))).toEqual([message]);
  });

  test('fails when the guardrail is in another region', () => {
    const elsewhere = stackOf('a', { Guardrail, Logging }, { ...workload, region: 'us-east-1' });
    expect(faultsOf(bedrockGuardedAndLogged, [elsewhere])).toHaveLength(1);
  });
});
