import { type Archive, type DigestMetadata, UnreadableFile } from './archive';
import { BrokenGzip, content } from './content';
import { type Digest, NotADigest, readDigest } from './digest';
import type { DigestKey } from './digest-key';
import type { FaultLog } from './fault-log';
import { says } from './says';
import { sha256 } from './signature';

/** A digest file as it was found; without content when it could not be read, which is in the fault log. */
export interface LoadedDigest extends DigestKey {
  readonly digest?: Digest;
  /** Of the uncompressed content. */
  readonly hash?: string;
  readonly metadata: DigestMetadata;
}

export async function loadDigest(archive: Archive, at: DigestKey, faults: FaultLog): Promise<LoadedDigest> {
  try {
    const file = await archive.open(at.key);
    if (!file) {
      // Listed a moment ago.
      faults.add({ state: 'invalid', kind: 'missing', file: at.key, says: says.missingDigest(at.key) });
      return { ...at, metadata: {} };
    }
    const bytes = await content(file.body);
    return { ...at, digest: readDigest(bytes), hash: sha256(bytes), metadata: file.metadata };
  } catch (error) {
    if (error instanceof UnreadableFile) {
      faults.add({ state: 'unknown', kind: 'unreadable', file: at.key, says: says.unreadable(error.message) });
    } else if (error instanceof BrokenGzip || error instanceof NotADigest) {
      faults.add({ state: 'invalid', kind: 'broken-file', file: at.key, says: says.brokenDigest(error.message) });
    } else throw error;
    return { ...at, metadata: {} };
  }
}
