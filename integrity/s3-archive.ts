import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type Archive, type StoredFile, UnreadableFile } from './archive';

/**
 * The bucket itself, read with `s3:ListBucket` and `s3:GetObject`, and `kms:Decrypt` for its key. The metadata of an object comes with
 * the object.
 */
export class S3Archive implements Archive {
  readonly whole = true;

  constructor(
    private readonly client: Pick<S3Client, 'send'>,
    readonly bucket: string,
  ) {}

  async folders(prefix: string): Promise<readonly string[]> {
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, Delimiter: '/', ContinuationToken: token }),
      );
      for (const { Prefix } of page.CommonPrefixes ?? []) if (Prefix) found.push(Prefix);
      token = page.NextContinuationToken;
    } while (token);
    return found;
  }

  async *keys(prefix: string, after?: string): AsyncIterable<string> {
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, StartAfter: after, ContinuationToken: token }),
      );
      for (const { Key } of page.Contents ?? []) if (Key) yield Key;
      token = page.NextContinuationToken;
    } while (token);
  }

  async open(key: string): Promise<StoredFile | undefined> {
    try {
      const { Body, Metadata = {} } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      return {
        body: Body as unknown as AsyncIterable<Uint8Array>,
        metadata: { signature: Metadata.signature, signatureAlgorithm: Metadata['signature-algorithm'] },
      };
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'NoSuchKey') return undefined;
      // Of one object, not of the bucket: the others may well be readable.
      if (name === 'AccessDenied' || name === 'InvalidObjectState') throw new UnreadableFile(`${name}: ${message}`);
      throw error;
    }
  }
}
