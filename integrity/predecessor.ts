import type { CheckContext } from './check-chain';
import type { Digest } from './digest';
import type { DigestKey } from './digest-key';
import type { Fault } from './fault';
import { type LoadedDigest, loadDigest } from './load-digest';
import { says } from './says';

/**
 * What is wrong between a digest and the one it says it follows, or undefined.
 *
 * A digest that follows none begins a chain. That is how every chain begins, and how it goes on after logging or validation was
 * switched off: then nothing proves what was delivered in between. `remembered` is a digest of longer ago, known by its name only.
 */
export async function predecessorFault(
  context: CheckContext,
  { key, end, backfill }: LoadedDigest,
  { previous }: Digest,
  before: LoadedDigest | undefined,
  remembered: DigestKey | undefined,
): Promise<Fault | undefined> {
  if (!previous) {
    const since = before ?? remembered;
    if (!since || backfill) return undefined;
    return { state: 'invalid', kind: 'gap', file: key, says: says.beginsAnew(since.end.toISOString()) };
  }
  if (before?.key === previous.key) return changed(before, previous, key);
  const { archive, period, faults } = context;
  const named = await archive.open(previous.key);
  if (!named) {
    // A folder that holds a part begins somewhere.
    if (!before && !archive.whole && period.from) return undefined;
    return { state: 'invalid', kind: 'missing', file: previous.key, says: says.missingDigest(key) };
  }
  if (before) {
    return { state: 'invalid', kind: 'not-in-chain', file: before.key, says: says.notInChain(key, previous.key) };
  }
  // Of longer ago than was looked at.
  return changed(await loadDigest(archive, { key: previous.key, chain: '', end, backfill }, faults), previous, key);
}

function changed(
  before: LoadedDigest,
  previous: { readonly hash: string; readonly signature: string },
  key: string,
): Fault | undefined {
  const { hash, metadata } = before;
  const sameContent = hash === undefined || hash === previous.hash.toLowerCase();
  const sameSignature = metadata.signature === undefined || metadata.signature === previous.signature;
  if (sameContent && sameSignature) return undefined;
  return { state: 'invalid', kind: 'altered', file: before.key, says: says.changedBefore(key) };
}
