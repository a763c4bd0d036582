import type { OrganizationInput } from '../../../config/organization-schema';
import { bedrockGuardedAndLogged } from '../../../gate/checks/bedrock-guarded-and-logged';
import exampleDocument from '../../helpers/example-organization';
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

  test('is logged by every other workload too, which needs no guardrail there', () => {
    const [first] = exampleDocument.accounts.workloads;
    if (!first) throw new Error('the example has a workload');
    const other = { name: 'second', id: '555566667777', email: 'second@example.com', organizationalUnit: 'workloads' };
    const overrides: Partial<OrganizationInput> = {
      accounts: { ...exampleDocument.accounts, workloads: [first, { ...other, regions: ['us-east-1'] }] },
    };
    const own = [
      stackOf('a', { Guardrail, Logging }, { account: first.id }),
      stackOf('b', { Guardrail, Logging }, { account: other.id, region: 'us-east-1' }),
    ];
    expect(messagesOf(faultsOf(bedrockGuardedAndLogged, own, overrides))).toEqual([
      'assistant in us-east-1 has no invocation logging',
      'second in ap-northeast-1 has no invocation logging',
    ]);
    const others = [
      stackOf('c', { Logging }, { account: first.id, region: 'us-east-1' }),
      stackOf('d', { Logging }, { account: other.id }),
    ];
    expect(faultsOf(bedrockGuardedAndLogged, [...own, ...others], overrides)).toEqual([]);
  });

  test('fails when the guardrail is in another region', () => {
    const elsewhere = stackOf('a', { Guardrail, Logging }, { ...workload, region: 'us-east-1' });
    expect(faultsOf(bedrockGuardedAndLogged, [elsewhere])).toHaveLength(1);
  });
});
