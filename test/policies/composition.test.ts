import fc from 'fast-check';
import { organizationPolicies } from '../../policies/catalogue';
import { type ComposedPolicy, type CompositionOptions, composePolicies } from '../../policies/composition';
import { CompositionError } from '../../policies/composition-error';
import type { OrganizationPolicy, PolicyFacts, Statement } from '../../policies/policy';
import { policyQuotas } from '../../policies/quotas';
import { chosenPolicies, policyVariants } from '../helpers/policy-variants';
import { runs } from '../helpers/runs';

const example = policyVariants['every option'] as PolicyFacts;
const compose = (options?: CompositionOptions, policies = organizationPolicies, facts = example) =>
  composePolicies(policies, facts, options);
/** As much as two documents can hold. */
const withoutBoundary = organizationPolicies.filter(({ id }) => id !== 'require-permissions-boundary');
const held = (slots: number): CompositionOptions => ({ slotsHeld: { 'service-control-policy': slots } });
const forEveryUnit = (documents: readonly ComposedPolicy[]) =>
  documents.filter(({ kind, targets }) => kind === 'service-control-policy' && targets === 'every-unit');

/** A policy with statements of its own, about as long as wanted. */
function madeUp(id: string, characters: number, extra: Partial<OrganizationPolicy> = {}): OrganizationPolicy {
  const names = Array.from({ length: Math.ceil(characters / 22) }, (_, index) => `iam:Action${1_000_000 + index}`);
  return {
    ...(organizationPolicies[0] as OrganizationPolicy),
    id,
    statements: () => [{ Sid: id, Effect: 'Deny', Action: names, Resource: '*' }],
    ...extra,
  };
}

function longerBy(policy: OrganizationPolicy, statement: Statement): OrganizationPolicy {
  return { ...policy, statements: (facts) => [...policy.statements(facts), statement] };
}

/** Documents that are new, gone or different. */
function changed(before: readonly ComposedPolicy[], after: readonly ComposedPolicy[]): readonly string[] {
  const texts = (documents: readonly ComposedPolicy[]) =>
    new Map(documents.map(({ name, document }) => [name, JSON.stringify(document)]));
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
}

describe('the composition of policies', () => {
  test.each(Object.entries(policyVariants))('keeps every statement as it is, once: %s', (_, facts) => {
    const documents = compose({}, organizationPolicies, facts);
    const statements = documents.flatMap(({ document }) => document.Statement);
    const expected = chosenPolicies(organizationPolicies, facts).flatMap((policy) => policy.statements(facts));
    const bySid = (one: Statement, other: Statement) => one.Sid.localeCompare(other.Sid);
    expect(statements.toSorted(bySid)).toEqual(expected.toSorted(bySid));
    for (const { kind, policies, document } of documents) {
      const inside = organizationPolicies.filter(({ id }) => policies.includes(id));
      expect(inside.every((policy) => policy.kind === kind)).toBe(true);
      expect(document.Statement).toHaveLength(inside.flatMap((policy) => policy.statements(facts)).length);
    }
  });

  test.each(Object.entries(policyVariants))('fits the quotas of AWS Organizations: %s', (_, facts) => {
    const documents = compose({}, organizationPolicies, facts);
    for (const { kind, characters, document } of documents) {
      expect(JSON.stringify(document)).toHaveLength(characters);
      expect(characters).toBeLessThanOrEqual(policyQuotas[kind].characters);
    }
    const ofKind = (kind: string) => documents.filter((document) => document.kind === kind);
    expect(ofKind('service-control-policy').length).toBeLessThanOrEqual(9);
    expect(ofKind('resource-control-policy').length).toBeLessThanOrEqual(4);
  });

  test('makes one document of each theme, the fewest with room to grow', () => {
    const documents = forEveryUnit(compose());
    expect(documents.map(({ name }) => name)).toEqual([
      'service-control-organization',
      'service-control-evidence',
      'service-control-bedrock',
    ]);
    const total = documents.reduce((sum, { characters }) => sum + characters, 0);
    expect(documents).toHaveLength(Math.ceil(total / (10_240 * 0.85)));
  });

  test('joins themes that fit into one document', () => {
    const few = organizationPolicies.filter(({ id }) =>
      ['deny-root-user', 'protect-organization-trail', 'deny-bedrock-api-keys'].includes(id),
    );
    expect(compose({ scope: 'canary' }, few).map(({ name, policies }) => ({ name, policies }))).toEqual([
      {
        name: 'canary-service-control-organization',
        policies: ['deny-root-user', 'protect-organization-trail', 'deny-bedrock-api-keys'],
      },
    ]);
  });

  test('fills documents to the brim when slots are few', () => {
    expect(forEveryUnit(compose(held(5), withoutBoundary))).toHaveLength(3);
    const tight = forEveryUnit(compose(held(6), withoutBoundary));
    expect(tight).toHaveLength(2);
    expect(tight.every(({ characters }) => characters <= 10_240)).toBe(true);
  });

  test('counts what suspended units receive on top of the others', () => {
    const suspended = compose().filter(({ targets }) => targets === 'suspended-units');
    expect(suspended.map(({ name, policies }) => ({ name, policies }))).toEqual([
      { name: 'service-control-suspended-organization', policies: ['quarantine-suspended-accounts'] },
    ]);
    const withoutQuarantine = withoutBoundary.filter(({ targets }) => targets !== 'suspended-units');
    expect(() => compose(held(7), withoutBoundary)).toThrow(CompositionError);
    expect(forEveryUnit(compose(held(7), withoutQuarantine))).toHaveLength(2);
  });

  test('says by how much policies do not fit, how long each is and what is optional', () => {
    expect(() => compose(held(8))).toThrow(
      /^The service control policies for every unit do not fit: documents of 10,240 characters needed: 3; slots free: 0 \(10 on each, less FullAWSAccess and what others hold\); characters without a slot: \d\d,\d{3}\.\nCharacters of each: .*protect-security-services \(\d,\d{3}\).*\nSwitch off some of `optionalPolicies`: require-permissions-boundary \([\d,]+\), deny-priority-tier \(\d+\), require-guardrail \(\d+\); or detach/,
    );
  });

  test('says which policy is too long by itself', () => {
    expect(() => compose({}, [madeUp('deny-everything', 12_000)])).toThrow(
      /do not fit: deny-everything is \d{3} characters over the 10,240 of a document\.\n.*\nDetach policies/,
    );
  });

  test('leaves out what the organization has not chosen', () => {
    const ids = compose({}, organizationPolicies, policyVariants['the example']).flatMap(({ policies }) => policies);
    expect(ids).not.toContain('require-guardrail');
    expect(ids).toContain('deny-root-user');
  });

  test('does not depend on the order of the policies', () => {
    const expected = compose();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...organizationPolicies], { minLength: organizationPolicies.length }),
        (policies) => {
          expect(compose({}, policies)).toEqual(expected);
        },
      ),
      { numRuns: runs(50) },
    );
  });

  test('changes at most one document of the pack when a rule grows by a line', () => {
    const before = compose();
    for (const policy of organizationPolicies) {
      const line: Statement = { Sid: 'OneMore', Effect: 'Deny', Action: 'iam:CreateUser', Resource: '*' };
      const after = compose(
        {},
        organizationPolicies.map((one) => (one === policy ? longerBy(one, line) : one)),
      );
      expect(changed(before, after)).toHaveLength(1);
    }
  });

  test('changes at most three documents when a rule grows, and one as long as nothing moves', () => {
    const theme = fc.constantFrom('organization' as const, 'evidence' as const, 'bedrock' as const);
    let moves = 0;
    const packs = fc
      .array(fc.tuple(fc.integer({ min: 100, max: 1_200 }), theme), { minLength: 1, maxLength: 24 })
      .map((sizes) => sizes.map(([size, its], index) => madeUp(`policy-${index}`, size, { theme: its })));
    fc.assert(
      fc.property(packs, fc.nat(), fc.integer({ min: 50, max: 900 }), (pack, pick, characters) => {
        const grown = pack[pick % pack.length];
        const line = { ...(madeUp('line', characters).statements(example)[0] as Statement), Sid: 'OneMore' };
        const before = compose({}, pack);
        const after = compose(
          {},
          pack.map((one) => (one === grown ? longerBy(one, line) : one)),
        );
        const whereEverythingIs = (documents: readonly ComposedPolicy[]) =>
          documents.map(({ name, policies }) => ({ name, policies }));
        // Every theme fits into a document of its own, as those of the pack do.
        fc.pre([...before, ...after].every(({ name }) => !/\d$/.test(name)));
        const moved = JSON.stringify(whereEverythingIs(before)) !== JSON.stringify(whereEverythingIs(after));
        moves += moved ? 1 : 0;
        expect(changed(before, after).length).toBeLessThanOrEqual(moved ? 3 : 1);
      }),
      { numRuns: runs(500) },
    );
    expect(moves).toBeGreaterThan(0);
  });
});
