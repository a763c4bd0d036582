import type { CheckContext } from './check-chain';
import type { Digest } from './digest';
import type { Fault } from './fault';
import type { LoadedDigest } from './load-digest';
import { says } from './says';
import { signatureAlgorithm, signatureHolds, signedText } from './signature';

/**
 * What keeps a digest from being proven, or undefined. A digest is what CloudTrail delivered when it lies where it says and its
 * signature fits; the signature is in its metadata, and again in the digest that follows it.
 */
export async function proofOf(
  { publicKeys, region, bucket }: CheckContext,
  loaded: LoadedDigest,
  digest: Digest,
  successor: Digest | undefined,
): Promise<Fault | undefined> {
  const file = loaded.key;
  if (digest.bucket !== bucket) {
    return { state: 'invalid', kind: 'foreign-bucket', file, says: says.foreignBucket(digest.bucket, bucket) };
  }
  if (digest.key !== file) return { state: 'invalid', kind: 'moved', file, says: says.moved(digest.key) };
  for (const algorithm of [digest.algorithm, loaded.metadata.signatureAlgorithm ?? signatureAlgorithm]) {
    if (algorithm !== signatureAlgorithm) {
      return { state: 'unknown', kind: 'no-signature', file, says: says.algorithm(algorithm) };
    }
  }
  const follows = successor?.previous?.key === file ? successor.previous : undefined;
  const signature = loaded.metadata.signature ?? follows?.signature;
  if (signature === undefined) return { state: 'unknown', kind: 'no-signature', file, says: says.noSignature() };
  const found = await publicKeys.find(digest.fingerprint, region, loaded.end);
  if ('missing' in found) return { state: 'unknown', kind: 'no-public-key', file, says: found.missing };
  if (signatureHolds(found.key, signedText(digest, loaded.hash ?? ''), signature)) return undefined;
  return { state: 'invalid', kind: 'altered', file, says: says.wrongSignature() };
}
