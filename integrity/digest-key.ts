/** What the key of a digest file says. */
export interface DigestKey {
  readonly key: string;
  /** Digests of one account, region and trail follow each other; those that come late are a chain of their own. */
  readonly chain: string;
  readonly end: Date;
  /** Lists log files that were delivered too late for the digest of their hour. */
  readonly backfill: boolean;
}

/** Where the digests of an account and region lie, and the log files they list. */
export interface DigestFolder {
  /** `…/CloudTrail-Digest/<region>/` */
  readonly digests: string;
  /** `…/CloudTrail/<region>/` */
  readonly logFiles: string;
  readonly account: string;
  readonly region: string;
}

/** The folder of a region below `CloudTrail-Digest/`, or undefined when it is none. */
export function digestFolder(prefix: string): DigestFolder | undefined {
  const match = /^(.*\b(\d{12})\/)CloudTrail-Digest\/([a-z0-9-]+)\/$/.exec(prefix);
  if (!match) return undefined;
  const [, above = '', account = '', region = ''] = match;
  return { digests: prefix, logFiles: `${above}CloudTrail/${region}/`, account, region };
}

/**
 * Reads the key of a digest file; undefined when it is not named like one.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
 */
export function digestKey(key: string, { digests, account, region }: DigestFolder): DigestKey | undefined {
  const name = key.slice(digests.length);
  const match = /^\d{4}\/\d{2}\/\d{2}\/(\d{12})_CloudTrail-Digest_(.+)_(\d{8}T\d{6}Z)(_backfill)?\.json\.gz$/.exec(
    name,
  );
  const [, owner, rest = '', moment = '', backfill] = match ?? [];
  const end = moment === '' ? undefined : momentOf(moment);
  if (owner !== account || !rest.startsWith(`${region}_`) || !end) return undefined;
  return { key, chain: `${rest}${backfill ?? ''}`, end, backfill: backfill !== undefined };
}

/** When a log file was delivered, by its name; undefined for a file that is not named like one. */
export function logFileTime(key: string): Date | undefined {
  const [, moment] = /_CloudTrail_[a-z0-9-]+_(\d{8}T\d{4}Z)_[A-Za-z0-9]+\.json\.gz$/.exec(key) ?? [];
  return moment === undefined ? undefined : momentOf(moment);
}

/** Folder of a day below a region: `2026/11/27/`. */
export function dayFolder(moment: Date): string {
  return `${moment.toISOString().slice(0, 10).replaceAll('-', '/')}/`;
}

/** `20261127T030405Z` or `20261127T0304Z`. */
function momentOf(text: string): Date | undefined {
  const moment = new Date(
    text.replace(
      /^(....)(..)(..)T(..)(..)(..)?Z$/,
      (_, y, m, d, h, min, s = '00') => `${y}-${m}-${d}T${h}:${min}:${s}Z`,
    ),
  );
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
