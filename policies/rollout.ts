import { type ComposedPolicy, composePolicies } from './composition';
import { CompositionError } from './composition-error';
import type { OrganizationPolicy, PolicyFacts } from './policy';
import { policyQuotas } from './quotas';

/** How far a policy has come: to canary units, to every unit, or to the root and so to every account there will ever be. */
export type RolloutStage = 'canary' | 'organizational-units' | 'root';

/** What a document is attached to. */
export type PolicyReach = 'root' | 'every-unit' | 'suspended-units' | 'canary-units';

/** How an organization rolls its policies out. */
export interface Rollout {
  /** Where policies are that have no stage of their own. */
  readonly stage: RolloutStage;
  /** Stages of single policies, by id. */
  readonly policies: Readonly<Record<string, RolloutStage>>;
  /** Policies that others have attached to the root and to each unit, such as AWS Control Tower. */
  readonly slotsHeld: Readonly<Record<OrganizationPolicy['kind'], number>>;
  /** Whether there are units for suspended accounts; without one, what is meant for them is left out. */
  readonly suspendedUnits: boolean;
}

/** A composed document and what it is attached to. */
export interface RolledOutPolicy extends ComposedPolicy {
  readonly reach: PolicyReach;
}

/**
 * The documents of an organization and where each is attached: those of the root first, those of canary units last, so that a
 * policy that is promoted is in its wider place before it leaves the narrower one.
 *
 * A canary unit holds the documents for every unit and those for canary units; the latter get the slots that remain. What is
 * meant for suspended units goes there at once, whatever the stage: to mark a unit as suspended is the decision. What the root
 * holds is inherited and takes no slot of a unit.
 *
 * Throws a CompositionError when the documents do not fit.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function rollOutPolicies(
  policies: readonly OrganizationPolicy[],
  facts: PolicyFacts,
  rollout: Rollout,
): readonly RolledOutPolicy[] {
  const { slotsHeld, suspendedUnits } = rollout;
  const at = (stage: RolloutStage) =>
    policies.filter((policy) => policy.targets !== 'suspended-units' && stageOf(policy, rollout) === stage);
  const quarantine = suspendedUnits ? policies.filter(({ targets }) => targets === 'suspended-units') : [];

  const root = composePolicies(at('root'), facts, { scope: 'root', slotsHeld });
  const forUnits = [...at('organizational-units'), ...quarantine];
  const shared = kinds.map((kind) => composeUnits(kind, forUnits, at('canary'), facts, slotsHeld[kind]));
  return [
    ...root.map((document) => ({ ...document, reach: 'root' as const })),
    ...shared.flatMap(({ units }) => units.map((document) => ({ ...document, reach: document.targets }))),
    ...shared.flatMap(({ canary }) => canary.map((document) => ({ ...document, reach: 'canary-units' as const }))),
  ];
}

const kinds = ['service-control-policy', 'resource-control-policy'] as const;

/** The stage a policy is at. */
export function stageOf({ id }: OrganizationPolicy, { stage, policies }: Pick<Rollout, 'stage' | 'policies'>) {
  return policies[id] ?? stage;
}

/**
 * The documents that share the slots of a canary unit. Those for every unit are packed with room to grow, and tighter only when
 * canary policies find no slot beside them.
 */
function composeUnits(
  kind: OrganizationPolicy['kind'],
  forUnits: readonly OrganizationPolicy[],
  forCanary: readonly OrganizationPolicy[],
  facts: PolicyFacts,
  held: number,
): { readonly units: readonly ComposedPolicy[]; readonly canary: readonly ComposedPolicy[] } {
  const [ofUnits, ofCanary] = [forUnits, forCanary].map((policies) =>
    policies.filter((policy) => policy.kind === kind),
  );
  let misfit: unknown;
  for (let reserved = 0; reserved < policyQuotas[kind].attachments; reserved++) {
    try {
      const units = composePolicies(ofUnits ?? [], facts, { slotsHeld: { [kind]: held + reserved } });
      const beside = units.filter(({ targets }) => targets === 'every-unit').length;
      const slotsHeld = { [kind]: held + beside };
      return { units, canary: composePolicies(ofCanary ?? [], facts, { scope: 'canary', slotsHeld }) };
    } catch (error) {
      if (!(error instanceof CompositionError)) throw error;
      // The first says what is wrong; the others only that it cannot be helped.
      misfit ??= error;
    }
  }
  throw misfit;
}
