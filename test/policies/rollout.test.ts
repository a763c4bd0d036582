import { organizationPolicies } from '../../policies/catalogue';
import { CompositionError } from '../../policies/composition-error';
import type { PolicyFacts } from '../../policies/policy';
import { policyQuotas } from '../../policies/quotas';
import { type RolledOutPolicy, type Rollout, rollOutPolicies } from '../../policies/rollout';
import { policyVariants } from '../helpers/policy-variants';

const facts = policyVariants['every option'] as PolicyFacts;
const nobody = { 'service-control-policy': 0, 'resource-control-policy': 0 };

function rollOut(rollout: Partial<Rollout> = {}, policies = organizationPolicies): readonly RolledOutPolicy[] {
  return rollOutPolicies(policies, facts, {
    stage: 'organizational-units',
    policies: {},
    slotsHeld: nobody,
    suspendedUnits: true,
    ...rollout,
  });
}

const reaches = (documents: readonly RolledOutPolicy[]) => [...new Set(documents.map(({ reach }) => reach))];
const reachOf = (id: string, documents: readonly RolledOutPolicy[]) =>
  documents.filter(({ policies }) => policies.includes(id)).map(({ reach }) => reach);
const attached = (documents: readonly RolledOutPolicy[], ...to: readonly string[]) =>
  documents.filter(({ kind, reach }) => kind === 'service-control-policy' && to.includes(reach)).length;

describe('the rollout', () => {
  test.each([
    ['canary', 'canary-units'],
    ['organizational-units', 'every-unit'],
    ['root', 'root'],
  ] as const)('attaches everything at the stage %s, once', (stage, reach) => {
    const documents = rollOut({ stage, suspendedUnits: false });
    expect(reaches(documents)).toEqual([reach]);
    const expected = organizationPolicies.filter(({ targets }) => targets !== 'suspended-units').map(({ id }) => id);
    expect(documents.flatMap(({ policies }) => policies).sort()).toEqual(expected.sort());
  });

  test('attaches a policy at its own stage, and the others at the stage of all', () => {
    const documents = rollOut({ policies: { 'limit-regions': 'canary', 'deny-root-user': 'root' } });
    expect(reachOf('limit-regions', documents)).toEqual(['canary-units']);
    expect(reachOf('deny-root-user', documents)).toEqual(['root']);
    expect(reachOf('require-tls', documents)).toEqual(['every-unit']);
  });

  test('has every document under a name of its own, that of a wider place first', () => {
    const documents = rollOut({
      policies: { 'limit-regions': 'canary', 'require-tls': 'canary', 'deny-root-user': 'root' },
    });
    const names = documents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(reaches(documents)).toEqual(['root', 'every-unit', 'suspended-units', 'canary-units']);
  });

  test('quarantines suspended units at every stage, and nobody where there are none', () => {
    for (const stage of ['canary', 'organizational-units', 'root'] as const) {
      expect(reachOf('quarantine-suspended-accounts', rollOut({ stage }))).toEqual(['suspended-units']);
    }
    expect(reachOf('quarantine-suspended-accounts', rollOut({ suspendedUnits: false }))).toEqual([]);
  });

  test('moves no other document when a policy is promoted from canary units to every unit', () => {
    const textsOf = (documents: readonly RolledOutPolicy[]) =>
      new Map(documents.map(({ name, document }) => [name, JSON.stringify(document)]));
    const before = textsOf(rollOut({ policies: { 'deny-priority-tier': 'canary' } }));
    const after = textsOf(rollOut());
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
    expect(changed.sort()).toEqual(['canary-service-control-bedrock', 'service-control-bedrock']);
  });

  test.each([0, 1, 2, 3, 4, 5])('fits canary units beside what every unit holds, with %i slots held', (held) => {
    const documents = rollOut({
      policies: { 'limit-regions': 'canary', 'limit-bedrock-models': 'canary' },
      slotsHeld: { ...nobody, 'service-control-policy': held },
    });
    const free = policyQuotas['service-control-policy'].attachments - 1 - held;
    expect(attached(documents, 'every-unit', 'canary-units')).toBeLessThanOrEqual(free);
    expect(attached(documents, 'every-unit', 'suspended-units')).toBeLessThanOrEqual(free);
  });

  test('packs documents of every unit tighter when that gives canary units a slot', () => {
    const canary = { policies: { 'deny-priority-tier': 'canary' as const } };
    const held = (slots: number) => ({ slotsHeld: { ...nobody, 'service-control-policy': slots } });
    expect(attached(rollOut({ ...canary, ...held(0) }), 'every-unit')).toBe(3);
    // As much as two documents can hold.
    const fewer = organizationPolicies.filter(({ id }) => id !== 'require-permissions-boundary');
    const tight = rollOut({ ...canary, ...held(6) }, fewer);
    expect(attached(tight, 'every-unit')).toBe(2);
    expect(attached(tight, 'canary-units')).toBe(1);
  });

  test('says where policies do not fit', () => {
    const held = { slotsHeld: { ...nobody, 'service-control-policy': 8 }, suspendedUnits: false };
    for (const [stage, place] of [
      ['canary', 'canary units'],
      ['organizational-units', 'every unit'],
      ['root', 'the root'],
    ] as const) {
      expect(() => rollOut({ stage, ...held })).toThrow(CompositionError);
      expect(() => rollOut({ stage, ...held })).toThrow(`service control policies for ${place} do not fit`);
    }
  });
});
