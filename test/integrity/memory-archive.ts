import { type Archive, UnreadableFile } from '../../integrity/archive';
import type { Objects } from './signed-archive';

/** A bucket in memory. */
export function memoryArchive(
  objects: Objects,
  options: { bucket?: string; unreadable?: readonly string[] } = {},
): Archive {
  const sorted = () => [...objects.keys()].sort();
  return {
    bucket: options.bucket,
    whole: options.bucket !== undefined,
    async folders(prefix) {
      const below = sorted()
        .filter((key) => key.startsWith(prefix) && key.slice(prefix.length).includes('/'))
        .map((key) => key.slice(0, key.indexOf('/', prefix.length) + 1));
      return [...new Set(below)];
    },
    async *keys(prefix, after = '') {
      yield* sorted().filter((key) => key.startsWith(prefix) && key > after);
    },
    async open(key) {
      const object = objects.get(key);
      if (!object) return undefined;
      if (options.unreadable?.includes(key)) throw new UnreadableFile('AccessDenied: no');
      const { body, metadata } = object;
      return {
        // In two pieces, as a network would deliver it.
        body: (async function* () {
          yield body.subarray(0, body.length >> 1);
          yield body.subarray(body.length >> 1);
        })(),
        metadata: { signature: metadata.signature, signatureAlgorithm: metadata['signature-algorithm'] },
      };
    },
  };
}
