import type { NamedDocument } from '../evaluator/chain-input';

/** Begins the condition keys that stand for what this project does not know. No request of AWS has such a key. */
const prefix = 'ishizue:';

/** What a key of ours stands for. */
export type UnreadKey =
  | { readonly kind: 'managed-policy'; readonly policy: string }
  | { readonly kind: 'function-policy' }
  | { readonly kind: 'resource-policy' }
  | { readonly kind: 'guardrail-id' }
  | { readonly kind: 'guardrail-key-id' };

const names: Readonly<Record<UnreadKey['kind'], string>> = {
  'managed-policy': `${prefix}ManagedPolicy/`,
  'function-policy': `${prefix}FunctionPolicy`,
  'resource-policy': `${prefix}ResourcePolicy`,
  'guardrail-id': `${prefix}GuardrailId`,
  'guardrail-key-id': `${prefix}GuardrailKeyId`,
};

/** The condition key, or the policy variable, for something that is not known here. */
export function unreadKey(key: UnreadKey): string {
  return key.kind === 'managed-policy' ? `${names[key.kind]}${key.policy}` : names[key.kind];
}

/** What a condition key in lower case stands for; undefined for a key of AWS. */
export function readUnreadKey(key: string): UnreadKey['kind'] | undefined {
  const [kind] =
    Object.entries(names).find(([name, text]) =>
      name === 'managed-policy' ? key.startsWith(text.toLowerCase()) : key === text.toLowerCase(),
    ) ?? [];
  return kind as UnreadKey['kind'] | undefined;
}

/**
 * A policy that exists and whose text is not here. It may allow what it speaks of and may not: the evaluator answers `unknown`
 * for what nothing else decides, and names the key.
 */
export function unreadPolicy(
  name: string,
  key: UnreadKey,
  speaksOf: Readonly<Record<string, unknown>> = { Action: '*', Resource: '*' },
): NamedDocument {
  const Condition = { StringEquals: { [unreadKey(key)]: 'allows' } };
  return { name, document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...speaksOf, Condition }] } };
}
