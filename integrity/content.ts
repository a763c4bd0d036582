import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file that is not whole, or not gzip at all. */
export class BrokenGzip extends Error {}

/** Most bytes of a digest: an hour of a very busy account is some megabytes. */
const mostDigestBytes = 256 * 1024 * 1024;

/** The SHA-256 of the uncompressed content, hexadecimal, without holding more than a piece of it. Throws `BrokenGzip`. */
export async function contentHash(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of uncompressed(body)) hash.update(piece);
  return hash.digest('hex');
}

/** The uncompressed content of a digest. Throws `BrokenGzip`. */
export async function content(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of uncompressed(body)) {
    bytes += piece.length;
    if (bytes > mostDigestBytes) throw new BrokenGzip(`is larger than ${mostDigestBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* uncompressed(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(body);
  const gunzip = createGunzip();
  let failure: Error | undefined;
  source.on('error', (error) => {
    failure = error;
    gunzip.destroy(error);
  });
  let empty = true;
  try {
    for await (const piece of source.pipe(gunzip)) {
      empty = false;
      yield piece;
    }
  } catch (error) {
    // A fault of the network or the disk is not a fault of the file.
    if (failure) throw failure;
    throw new BrokenGzip((error as Error).message);
  } finally {
    source.destroy();
  }
  // gunzip takes no bytes at all for an empty content.
  if (empty) throw new BrokenGzip('is empty');
}
