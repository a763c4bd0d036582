import type { Archive } from './archive';
import { checkRegion, type RegionReport } from './check-region';
import { type DigestFolder, digestFolder, digestKey } from './digest-key';
import { type ProofState, worst } from './fault';
import { FaultLog } from './fault-log';
import { inParallel } from './in-parallel';
import { loadDigest } from './load-digest';
import type { Period } from './period';
import type { PublicKeySource } from './public-keys';
import { says } from './says';

export interface ValidationOptions {
  readonly archive: Archive;
  readonly publicKeys: PublicKeySource;
  readonly period: Period;
  /** Prefix below which to look. @default everything */
  readonly scope?: string;
  /** The bucket the files come from, where the archive does not know. @default the one that most of the first digests name */
  readonly bucket?: string;
  /** Regions looked at at the same time. @default 4 */
  readonly regions?: number;
  /** Log files of a region looked at at the same time. @default 16 */
  readonly concurrency?: number;
  /** Called now and then with what is done. */
  readonly onProgress?: (done: Progress) => void;
  /** Whether to stop: what was not looked at is unknown. @default never */
  readonly outOfTime?: () => boolean;
}

export interface Progress {
  readonly regions: number;
  readonly regionsDone: number;
  readonly logFiles: number;
}

export interface Validation {
  /** Unknown as well when there is no digest at all: nothing was proven. */
  readonly state: ProofState;
  readonly digests: number;
  readonly logFiles: number;
  readonly provenLogFiles: number;
  /** By account and region; those in which there is nothing of the period are left out. */
  readonly regions: readonly RegionReport[];
}

/**
 * Proves that log files are what CloudTrail delivered, for every account, region and trail below a prefix: every digest is signed by
 * CloudTrail and follows the one before, and every log file has the hash its digest lists. Holds a few digests and a few pieces of log
 * files in memory, however many there are.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export async function validate(options: ValidationOptions): Promise<Validation> {
  const { archive, publicKeys, period, scope = '', concurrency = 16 } = options;
  const folders = await digestFolders(archive, scope);
  const reports: RegionReport[] = [];
  const bucket = archive.bucket ?? options.bucket ?? (await bucketNamedIn(archive, folders));
  let logFiles = 0;
  const tell = () => options.onProgress?.({ regions: folders.length, regionsDone: reports.length, logFiles });
  await inParallel(folders, options.regions ?? 4, async (folder) => {
    if (options.outOfTime?.()) reports.push(notChecked(folder));
    else {
      const report = await checkRegion(folder, {
        archive,
        publicKeys,
        period,
        concurrency,
        bucket,
        onLogFiles: (count) => {
          logFiles += count;
          tell();
        },
      });
      reports.push(report);
    }
    tell();
  });
  const regions = reports
    .filter(({ digests, faults }) => digests > 0 || faults.length > 0)
    .sort((one, other) => (`${one.account} ${one.region}` < `${other.account} ${other.region}` ? -1 : 1));
  const sum = (what: (report: RegionReport) => number) => regions.reduce((total, report) => total + what(report), 0);
  const state = worst(regions.map((report) => report.state));
  const digests = sum((report) => report.digests);
  return {
    state: state === 'valid' && digests === 0 ? 'unknown' : state,
    digests,
    logFiles: sum((report) => report.logFiles),
    provenLogFiles: sum((report) => report.provenLogFiles),
    regions,
  };
}

function notChecked({ digests, account, region }: DigestFolder): RegionReport {
  const fault = { state: 'unknown', kind: 'not-checked', file: digests, says: says.noTime() } as const;
  return { account, region, state: 'unknown', digests: 0, logFiles: 0, provenLogFiles: 0, faults: [fault] };
}

/** The bucket that most of the first few digests name. */
async function bucketNamedIn(archive: Archive, folders: readonly DigestFolder[]): Promise<string> {
  const counts = new Map<string, number>();
  for (const folder of folders.slice(0, 3)) {
    let looked = 0;
    for await (const key of archive.keys(folder.digests)) {
      const at = digestKey(key, folder);
      const { digest } = at ? await loadDigest(archive, at, new FaultLog()) : {};
      if (digest) counts.set(digest.bucket, (counts.get(digest.bucket) ?? 0) + 1);
      looked += 1;
      if (looked === 5) break;
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? '';
}

/** Every `CloudTrail-Digest/<region>/` below a prefix, or the one the prefix itself lies in. */
async function digestFolders(archive: Archive, scope: string): Promise<readonly DigestFolder[]> {
  const inside = /^.*?\bCloudTrail-Digest\/(?:[a-z0-9-]+\/)?/.exec(scope)?.[0];
  const found: DigestFolder[] = [];
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const folder = digestFolder(prefix);
    if (folder) {
      found.push(folder);
      return;
    }
    // A prefix of the trail, AWSLogs, organization, account, CloudTrail-Digest.
    if (depth > 8) return;
    for (const below of await archive.folders(prefix)) {
      if (/\/CloudTrail(?:-Insight|-NetworkActivity)?\/$/.test(below)) continue;
      await visit(below, depth + 1);
    }
  };
  await visit(inside ?? scope, 0);
  return found;
}
