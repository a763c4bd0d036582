import { CompositionError, explainMisfit } from './composition-error';
import { type Item, packByTheme, packTightly } from './pack-documents';
import type { OrganizationPolicy, PolicyDocument, PolicyFacts, PolicyTargets, PolicyTheme } from './policy';
import { policyQuotas } from './quotas';

/** Several policies in the one document that AWS stores. */
export interface ComposedPolicy {
  /** Name in AWS. */
  readonly name: string;
  readonly kind: OrganizationPolicy['kind'];
  readonly targets: PolicyTargets;
  /** Ids of the policies in it, in the order of their statements. */
  readonly policies: readonly string[];
  readonly document: PolicyDocument;
  /** Length of the document without white space. */
  readonly characters: number;
}

/** Where the documents go, if not to every unit. */
export type CompositionScope = 'root' | 'canary';

export interface CompositionOptions {
  /** Policies that others have attached to the same units, such as AWS Control Tower or another rollout stage. @default none */
  readonly slotsHeld?: Partial<Record<OrganizationPolicy['kind'], number>>;
  /** Starts the names, where the same rules are composed more than once: a rollout stage. @default none */
  readonly scope?: CompositionScope;
}

const kinds = ['service-control-policy', 'resource-control-policy'] as const;
const themes: readonly PolicyTheme[] = ['organization', 'evidence', 'bedrock'];

/** Share of a document that stays free, so that a rule that grows by a line stays where it is. */
const slack = 0.15;

/**
 * Merges the policies an organization has chosen into the documents that are attached.
 *
 * Policies of a theme share a document, and themes share one while 15 % of it stays free; that makes few documents, and an
 * edit changes the document of its theme and no other. Only when the free slots are fewer, themes are given up and
 * documents are filled to the brim. Statements are never merged or changed, so that the Sid of a denial names the policy.
 * The order of the policies does not matter.
 *
 * Documents for suspended units come on top of those for every unit there, and are counted so. Throws a CompositionError that
 * says by how much the policies do not fit.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function composePolicies(
  policies: readonly OrganizationPolicy[],
  facts: PolicyFacts,
  options: CompositionOptions = {},
): readonly ComposedPolicy[] {
  const chosen = policies.filter(({ applies }) => applies?.(facts) ?? true);
  return kinds.flatMap((kind) => {
    const ofKind = chosen.filter((policy) => policy.kind === kind);
    const suspended = compose(ofKind, 'suspended-units', freeSlots(kind, options), facts, options);
    const everywhere = compose(ofKind, 'every-unit', freeSlots(kind, options) - suspended.length, facts, options);
    return [...everywhere, ...suspended];
  });
}

function freeSlots(kind: OrganizationPolicy['kind'], { slotsHeld = {} }: CompositionOptions): number {
  return policyQuotas[kind].attachments - 1 - (slotsHeld[kind] ?? 0);
}

function compose(
  ofKind: readonly OrganizationPolicy[],
  targets: PolicyTargets,
  slots: number,
  facts: PolicyFacts,
  { scope }: CompositionOptions,
): readonly ComposedPolicy[] {
  const policies = ofKind.filter((policy) => (policy.targets ?? 'every-unit') === targets).toSorted(byThemeAndId);
  const kind = policies[0]?.kind;
  if (kind === undefined) return [];
  const quota = policyQuotas[kind].characters;
  const items = policies.map((policy) => itemOf(policy, facts));
  const withRoom = packByTheme(items, Math.floor(quota * (1 - slack)));
  const packed = withRoom.length <= slots ? withRoom : packTightly(items, quota);
  const names = namesOf(
    packed,
    [...(scope ? [scope] : []), kind.replace('-policy', ''), ...(targets === 'every-unit' ? [] : ['suspended'])].join(
      '-',
    ),
  );
  const documents = packed.map((inside, index) => {
    const together = policies.filter(({ id }) => inside.some((item) => item.id === id));
    const document: PolicyDocument = {
      Version: '2012-10-17',
      Statement: together.flatMap((policy) => policy.statements(facts)),
    };
    return {
      name: names[index] as string,
      kind,
      targets,
      policies: together.map(({ id }) => id),
      document,
      characters: JSON.stringify(document).length,
    };
  });
  if (documents.length > slots || documents.some(({ characters }) => characters > quota)) {
    throw new CompositionError(explainMisfit({ kind, targets, scope, slots, documents, policies, items }, facts));
  }
  return documents;
}

function byThemeAndId(one: OrganizationPolicy, other: OrganizationPolicy): number {
  const theme = (policy: OrganizationPolicy) => themes.indexOf(policy.theme ?? 'organization');
  return theme(one) - theme(other) || (one.id < other.id ? -1 : 1);
}

function itemOf(policy: OrganizationPolicy, facts: PolicyFacts): Item {
  const statements = policy.statements(facts);
  return {
    id: policy.id,
    theme: policy.theme ?? 'organization',
    // The brackets of the list stand for the commas.
    characters: JSON.stringify(statements).length - 1,
  };
}

/** A document is named after its first theme, and numbered where it is not the first of the theme. */
function namesOf(documents: readonly (readonly Item[])[], prefix: string): readonly string[] {
  const seen = new Map<string, number>();
  return documents.map(([first]) => {
    const theme = first?.theme ?? '';
    const number = (seen.get(theme) ?? 0) + 1;
    seen.set(theme, number);
    return number === 1 ? `${prefix}-${theme}` : `${prefix}-${theme}-${number}`;
  });
}
