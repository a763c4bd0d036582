import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export const bucket = 'example-trail-222233334444-ap-northeast-1';
export const organizationPrefix = 'AWSLogs/o-exampleorg1/';

/** A key pair as CloudTrail has one in each region. */
export interface RegionKey {
  readonly privateKey: KeyObject;
  readonly fingerprint: string;
  /** As ListPublicKeys returns it: DER of PKCS #1. */
  readonly der: Buffer;
}

export function regionKey(): RegionKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'pkcs1', format: 'der' });
  return { privateKey, der, fingerprint: createHash('md5').update(der).digest('hex') };
}

/** An object of the bucket. */
export interface StoredObject {
  body: Buffer;
  metadata: Record<string, string>;
}

export type Objects = Map<string, StoredObject>;

export interface ChainOptions {
  readonly account?: string;
  readonly region?: string;
  readonly key: RegionKey;
  /** End of the first digest, in UTC. */
  readonly firstEnd: string;
  readonly hours: number;
  readonly logFilesPerHour?: number;
  /** Hours, by number, after which logging was off, so that the next digest follows none. */
  readonly restartsAfter?: readonly number[];
  readonly bucket?: string;
  readonly backfill?: boolean;
  readonly trail?: string;
}

export interface BuiltDigest {
  readonly key: string;
  readonly logFiles: readonly string[];
}

const compact = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d+/g, '');
const folder = (moment: Date) => moment.toISOString().slice(0, 10).replaceAll('-', '/');
const iso = (moment: Date) => moment.toISOString().replace('.000', '');
export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Adds the digests and log files of one account and region, signed and linked as CloudTrail documents it. */
export function addChain(objects: Objects, options: ChainOptions): BuiltDigest[] {
  const {
    account = '444455556666',
    region = 'ap-northeast-1',
    key,
    hours,
    logFilesPerHour = 2,
    restartsAfter = [],
  } = options;
  const named = options.bucket ?? bucket;
  const above = `${organizationPrefix}${account}/`;
  const suffix = options.backfill ? '_backfill' : '';
  const built: BuiltDigest[] = [];
  let previous: Record<string, string | null> | undefined;
  for (let hour = 0; hour < hours; hour += 1) {
    const end = new Date(Date.parse(options.firstEnd) + hour * 3_600_000);
    const start = new Date(end.getTime() - 3_600_000);
    const logFiles = Array.from({ length: logFilesPerHour }, (_, at) => {
      const time = new Date(start.getTime() + (at + 1) * 10 * 60_000);
      const unique = `${options.backfill ? 'L' : 'A'}${String(hour).padStart(7, '0')}${String(at).padStart(8, '0')}`;
      const name = `${account}_CloudTrail_${region}_${compact(time).replace(/\d\dZ$/, 'Z')}_${unique}.json.gz`;
      const logKey = `${above}CloudTrail/${region}/${folder(time)}/${name}`;
      const content = Buffer.from(
        JSON.stringify({ Records: [{ eventID: `${hour}-${at}`, eventName: 'Converse', note: '監査' }] }),
      );
      objects.set(logKey, { body: gzipSync(content), metadata: {} });
      return { logKey, hash: sha256(content), newest: iso(time) };
    });
    const digestKey = `${above}CloudTrail-Digest/${region}/${folder(end)}/${account}_CloudTrail-Digest_${region}_${options.trail ?? 'example-organization-trail'}_ap-northeast-1_${compact(end)}${suffix}.json.gz`;
    const digest = {
      awsAccountId: account,
      digestStartTime: iso(start),
      digestEndTime: iso(end),
      digestS3Bucket: named,
      digestS3Object: digestKey,
      digestPublicKeyFingerprint: key.fingerprint,
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: logFiles.at(-1)?.newest ?? null,
      oldestEventTime: logFiles[0]?.newest ?? null,
      previousDigestS3Bucket: previous?.bucket ?? null,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous?.hash ?? null,
      previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
      previousDigestSignature: previous?.signature ?? null,
      logFiles: logFiles.map(({ logKey, hash, newest }) => ({
        s3Bucket: named,
        s3Object: logKey,
        hashValue: hash,
        hashAlgorithm: 'SHA-256',
        newestEventTime: newest,
        oldestEventTime: newest,
      })),
    };
    const content = Buffer.from(JSON.stringify(digest));
    const text = [
      digest.digestEndTime,
      `${named}/${digestKey}`,
      sha256(content),
      digest.previousDigestSignature ?? 'null',
    ].join('\n');
    const signature = sign('sha256', Buffer.from(text), key.privateKey).toString('hex');
    objects.set(digestKey, {
      body: gzipSync(content),
      metadata: { signature, 'signature-algorithm': 'SHA256withRSA' },
    });
    built.push({ key: digestKey, logFiles: logFiles.map(({ logKey }) => logKey) });
    previous = restartsAfter.includes(hour)
      ? undefined
      : { bucket: named, key: digestKey, hash: sha256(content), signature };
  }
  return built;
}
