import type { ComposedPolicy, CompositionScope } from './composition';
import type { Item } from './pack-documents';
import type { OrganizationPolicy, PolicyFacts, PolicyTargets } from './policy';
import { policyQuotas } from './quotas';

/** The policies need more room than their targets have: a mistake in what the organization has chosen, not in the program. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

interface Misfit {
  readonly kind: OrganizationPolicy['kind'];
  readonly targets: PolicyTargets;
  readonly scope: CompositionScope | undefined;
  /** Free slots on each target. */
  readonly slots: number;
  /** The documents, packed as tightly as can be. */
  readonly documents: readonly ComposedPolicy[];
  readonly policies: readonly OrganizationPolicy[];
  readonly items: readonly Item[];
}

/** By how much the policies do not fit, how long each is, and what can be done. */
export function explainMisfit(misfit: Misfit, facts: PolicyFacts): string {
  const { kind, policies, items } = misfit;
  const lengths = (ids: readonly string[]) =>
    items
      .filter(({ id }) => ids.includes(id))
      .map(({ id, characters }) => `${id} (${count(characters)})`)
      .join(', ');
  const optional = policies.filter((policy) => isOptional(policy, facts)).map(({ id }) => id);
  return [
    `The ${kind.replaceAll('-', ' ').replace('policy', 'policies')} for ${placeOf(misfit)} do not fit: ${reason(misfit)}.`,
    `Characters of each: ${lengths(items.map(({ id }) => id))}.`,
    optional.length > 0
      ? `Switch off some of \`optionalPolicies\`: ${lengths(optional)}; or ${detach}.`
      : `${detach.charAt(0).toUpperCase()}${detach.slice(1)}.`,
  ].join('\n');
}

const detach = 'detach policies that others have attached there, and correct `rollout.slotsHeld`';

function placeOf({ targets, scope }: Misfit): string {
  if (targets === 'suspended-units') return 'suspended units';
  return scope === 'root' ? 'the root' : scope === 'canary' ? 'canary units' : 'every unit';
}

function reason({ kind, slots, documents }: Misfit): string {
  const { characters: quota, attachments, attachedByAws } = policyQuotas[kind];
  const tooLong = documents.filter(({ characters }) => characters > quota);
  if (tooLong.length > 0) {
    return tooLong
      .map(
        ({ policies, characters }) =>
          `${policies.join(', ')} is ${count(characters - quota)} characters over the ${count(quota)} of a document`,
      )
      .join('; ');
  }
  const free = Math.max(slots, 0);
  const withoutSlot = documents.slice(free).reduce((sum, { characters }) => sum + characters, 0);
  return (
    `documents of ${count(quota)} characters needed: ${documents.length}; slots free: ${free} ` +
    `(${attachments} on each, less ${attachedByAws} and what others hold); characters without a slot: ${count(withoutSlot)}`
  );
}

/** Whether an option, and not a fact of the organization, brings the policy in. */
function isOptional({ applies }: OrganizationPolicy, facts: PolicyFacts): boolean {
  const options = { requireGuardrail: false, denyPriorityTier: false, requirePermissionsBoundary: false };
  return applies !== undefined && !applies({ ...facts, options });
}

function count(characters: number): string {
  return characters.toLocaleString('en');
}
