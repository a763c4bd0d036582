import { type Archive, UnreadableFile } from './archive';
import { BrokenGzip, contentHash } from './content';
import type { Digest, ListedLogFile } from './digest';
import type { Fault } from './fault';
import type { FaultLog } from './fault-log';
import { inParallel } from './in-parallel';
import { says } from './says';

/** Compares every log file that a digest lists with its hash, and answers how many are as they were. */
export async function checkLogFiles(
  archive: Archive,
  digest: Digest,
  bucket: string,
  faults: FaultLog,
  concurrency: number,
): Promise<number> {
  let unchanged = 0;
  await inParallel(digest.logFiles, concurrency, async (listed) => {
    const fault = await faultOf(archive, digest, listed, bucket);
    if (fault) faults.add(fault);
    else unchanged += 1;
  });
  return unchanged;
}

async function faultOf(
  archive: Archive,
  digest: Digest,
  listed: ListedLogFile,
  bucket: string,
): Promise<Fault | undefined> {
  const file = listed.key;
  if (listed.bucket !== bucket) {
    return { state: 'invalid', kind: 'foreign-bucket', file, says: says.foreignBucket(listed.bucket, bucket) };
  }
  try {
    const stored = await archive.open(file);
    if (!stored) return { state: 'invalid', kind: 'missing', file, says: says.missingLog(digest.key) };
    if ((await contentHash(stored.body)) === listed.hash.toLowerCase()) return undefined;
    return { state: 'invalid', kind: 'altered', file, says: says.alteredLog(digest.key) };
  } catch (error) {
    if (error instanceof BrokenGzip) {
      return { state: 'invalid', kind: 'broken-file', file, says: says.brokenLog(error.message) };
    }
    if (error instanceof UnreadableFile) {
      return { state: 'unknown', kind: 'unreadable', file, says: says.unreadable(error.message) };
    }
    throw error;
  }
}
