/** The file before in the chain; absent in the first digest after logging or validation was switched on. */
export interface PreviousDigest {
  readonly bucket: string;
  readonly key: string;
  readonly hash: string;
  readonly signature: string;
}

export interface ListedLogFile {
  readonly bucket: string;
  readonly key: string;
  /** Of the uncompressed content, hexadecimal. */
  readonly hash: string;
}

/** The content of a digest file, as far as validation needs it. */
export interface Digest {
  readonly bucket: string;
  readonly key: string;
  /** As it stands in the file: it is part of what is signed. */
  readonly start: string;
  readonly end: string;
  readonly fingerprint: string;
  readonly algorithm: string;
  readonly previous?: PreviousDigest;
  readonly logFiles: readonly ListedLogFile[];
}

/** A digest file whose content is none. */
export class NotADigest extends Error {}

/**
 * Reads the content of a digest file. Throws `NotADigest`.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
 */
export function readDigest(content: Uint8Array): Digest {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    throw new NotADigest('is not JSON');
  }
  const digest = fieldsOf(read, 'the file');
  const logFiles = digest.logFiles;
  if (!Array.isArray(logFiles)) throw new NotADigest('has no list logFiles');
  return {
    bucket: text(digest, 'digestS3Bucket'),
    key: text(digest, 'digestS3Object'),
    start: moment(digest, 'digestStartTime'),
    end: moment(digest, 'digestEndTime'),
    fingerprint: text(digest, 'digestPublicKeyFingerprint'),
    algorithm: text(digest, 'digestSignatureAlgorithm'),
    previous: previousOf(digest),
    logFiles: logFiles.map((entry, at) => {
      const file = fieldsOf(entry, `logFiles[${at}]`);
      if (file.hashAlgorithm !== 'SHA-256') throw new NotADigest(`logFiles[${at}].hashAlgorithm is not SHA-256`);
      return { bucket: text(file, 's3Bucket'), key: text(file, 's3Object'), hash: text(file, 'hashValue') };
    }),
  };
}

function previousOf(digest: Fields): PreviousDigest | undefined {
  const names = [
    'previousDigestS3Bucket',
    'previousDigestS3Object',
    'previousDigestHashValue',
    'previousDigestSignature',
  ];
  if (names.every((name) => digest[name] === null || digest[name] === undefined)) return undefined;
  const [bucket, key, hash, signature] = names.map((name) => text(digest, name)) as [string, string, string, string];
  return { bucket, key, hash, signature };
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null) throw new NotADigest(`${what} is not an object`);
  return value as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw new NotADigest(`${name} is missing`);
  return value;
}

/** A moment in UTC, as CloudTrail writes it. */
function moment(fields: Fields, name: string): string {
  const written = text(fields, name);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(written) || Number.isNaN(Date.parse(written))) {
    throw new NotADigest(`${name} is not a moment`);
  }
  return written;
}
