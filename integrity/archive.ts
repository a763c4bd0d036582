/** What CloudTrail keeps beside a digest file, in the metadata of its S3 object. */
export interface DigestMetadata {
  /** Hexadecimal. */
  readonly signature?: string;
  readonly signatureAlgorithm?: string;
}

export interface StoredFile {
  readonly body: AsyncIterable<Uint8Array>;
  readonly metadata: DigestMetadata;
}

/** A file that is there and cannot be read; the message says what to do. */
export class UnreadableFile extends Error {}

/** Where log files and digests lie: a bucket, or a folder that mirrors one. Keys are the keys of the bucket. */
export interface Archive {
  /** Name of the bucket. A folder does not know it. */
  readonly bucket?: string;
  /** Whether everything the trail delivered is expected here. A folder may hold a part. */
  readonly whole: boolean;
  /** The next level below a prefix that ends in `/`, as prefixes that end in `/`. */
  folders(prefix: string): Promise<readonly string[]>;
  /** Keys with a prefix, in order, optionally only those after a key. */
  keys(prefix: string, after?: string): AsyncIterable<string>;
  /** Undefined when there is no such file. Throws `UnreadableFile`. */
  open(key: string): Promise<StoredFile | undefined>;
}
