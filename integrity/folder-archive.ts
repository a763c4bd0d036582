import { createReadStream } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, type DigestMetadata, type StoredFile, UnreadableFile } from './archive';

/** Ends the name of the file that holds the metadata of the S3 object beside it. */
export const metadataSuffix = '.metadata.json';

/**
 * A folder that mirrors a bucket, as `aws s3 sync` makes it. The signatures of digests are metadata, which a copy loses; they are read
 * from `<digest>.metadata.json` where somebody saved what `aws s3api head-object` answers.
 */
export class FolderArchive implements Archive {
  readonly whole = false;

  constructor(private readonly root: string) {}

  async folders(prefix: string): Promise<readonly string[]> {
    const entries = await this.entries(prefix);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${prefix}${name}/`);
  }

  async *keys(prefix: string, after = ''): AsyncIterable<string> {
    for (const entry of await this.entries(prefix)) {
      const key = `${prefix}${entry.name}`;
      if (entry.isDirectory()) {
        const below = `${key}/`;
        // Nothing below sorts after the key when the folder itself sorts before its folder.
        if (below >= after.slice(0, below.length)) yield* this.keys(below, after);
      } else if (key > after && !key.endsWith(metadataSuffix)) yield key;
    }
  }

  async open(key: string): Promise<StoredFile | undefined> {
    const path = join(this.root, key);
    try {
      const file = await open(path);
      await file.close();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new UnreadableFile(message);
    }
    return { body: createReadStream(path), metadata: await metadataBeside(path) };
  }

  private async entries(prefix: string) {
    try {
      const entries = await readdir(join(this.root, prefix), { withFileTypes: true });
      return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw error;
    }
  }
}

async function metadataBeside(path: string): Promise<DigestMetadata> {
  let text: string;
  try {
    text = await readFile(`${path}${metadataSuffix}`, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    const read = JSON.parse(text) as Record<string, unknown> & { Metadata?: Record<string, unknown> };
    const { signature, 'signature-algorithm': signatureAlgorithm } = read.Metadata ?? read;
    return {
      signature: typeof signature === 'string' ? signature : undefined,
      signatureAlgorithm: typeof signatureAlgorithm === 'string' ? signatureAlgorithm : undefined,
    };
  } catch {
    throw new UnreadableFile(`${path}${metadataSuffix} is not the JSON that aws s3api head-object prints`);
  }
}
