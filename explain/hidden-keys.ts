import type { ResourcePlace } from './resource-place';
import { readUnreadKey } from './unread-policy';

/**
 * Keys whose value is in AWS and not in the question: what a resource or a principal is tagged with, the aliases of a key, and the
 * texts this project does not have. Without them nobody can say whether a statement about them applies.
 */
export function hiddenKeys(
  lookedAt: readonly string[],
  context: Readonly<Record<string, unknown>>,
  place: ResourcePlace,
): readonly string[] {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return lookedAt.filter((key) => !given.has(key.toLowerCase()) && isHidden(key, place));
}

function isHidden(key: string, { account }: ResourcePlace): boolean {
  if (readUnreadKey(key.toLowerCase()) !== undefined) return true;
  // The evaluator knows the organization of its own accounts only.
  if (account === undefined && /^aws:resourceorg(id|paths)$/i.test(key)) return true;
  return /resourcetag\/|^aws:principaltag\/|^kms:resourcealiases$/i.test(key);
}
