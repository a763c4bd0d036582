import type { Archive } from './archive';
import { checkLogFiles } from './check-log-files';
import type { Digest } from './digest';
import type { DigestKey } from './digest-key';
import type { ProofState } from './fault';
import type { FaultLog } from './fault-log';
import { type LoadedDigest, loadDigest } from './load-digest';
import { day, expectedEnd, judges, longestStep, type Period, rememberedDays } from './period';
import { predecessorFault } from './predecessor';
import { proofOf } from './proof';
import type { PublicKeySource } from './public-keys';
import { says } from './says';

/** What a check of one account and region works with. */
export interface CheckContext {
  readonly archive: Archive;
  readonly publicKeys: PublicKeySource;
  readonly period: Period;
  readonly region: string;
  readonly faults: FaultLog;
  /** The bucket the files belong to. */
  readonly bucket: string;
  /** Log files looked at at the same time. */
  readonly concurrency: number;
  readonly onLogFiles: (count: number) => void;
}

/** Digests of one trail in one account and region, checked one after the other, oldest first. */
export class ChainCheck {
  digests = 0;
  logFiles = 0;
  /** Log files that are proven to be as CloudTrail delivered them. */
  provenLogFiles = 0;
  private before?: LoadedDigest;
  private pending?: LoadedDigest;
  private newest?: DigestKey;
  private remembered?: DigestKey;

  constructor(
    private readonly context: CheckContext,
    private readonly backfill: boolean,
  ) {}

  /** Loads a digest. It is judged when its successor is known, which holds its signature too. */
  async accept(at: DigestKey): Promise<Digest | undefined> {
    const loaded = await loadDigest(this.context.archive, at, this.context.faults);
    if (this.pending) await this.judge(this.pending, loaded.digest);
    this.pending = loaded;
    return loaded.digest;
  }

  /** A digest from before the period that is known by its name only. */
  remember(at: DigestKey): void {
    this.newest = at;
    this.remembered = at;
  }

  async finish(): Promise<void> {
    if (this.pending) await this.judge(this.pending, undefined);
    const expected = expectedEnd(this.context.period, this.context.archive.whole);
    if (this.backfill || !expected || !this.newest) return;
    const silence = expected.getTime() - this.newest.end.getTime();
    if (silence <= longestStep) return;
    const { key: file } = this.newest;
    const reason = says.ends(expected.toISOString());
    // An account that was closed long ago and an archive that was cut look the same.
    const state = silence > rememberedDays * day ? 'unknown' : 'invalid';
    this.context.faults.add({ state, kind: 'gap', file, says: reason });
  }

  private async judge(loaded: LoadedDigest, successor: Digest | undefined): Promise<void> {
    const { period } = this.context;
    const { before } = this;
    this.before = loaded;
    if (period.to === undefined || loaded.end <= period.to) this.newest = loaded;
    if (!judges(period, loaded.end)) return;
    this.digests += 1;
    const { digest } = loaded;
    if (!digest) return;
    this.logFiles += digest.logFiles.length;
    const state = await this.stateOf(loaded, digest, successor);
    // The list of a digest that was changed says nothing.
    if (state === 'invalid') return;
    const fault = await predecessorFault(this.context, loaded, digest, before, this.remembered);
    if (fault) this.context.faults.add(fault);
    const { archive, faults, bucket, concurrency } = this.context;
    const unchanged = await checkLogFiles(archive, digest, bucket, faults, concurrency);
    if (state === 'valid') this.provenLogFiles += unchanged;
    this.context.onLogFiles(digest.logFiles.length);
  }

  private async stateOf(loaded: LoadedDigest, digest: Digest, successor: Digest | undefined): Promise<ProofState> {
    const fault = await proofOf(this.context, loaded, digest, successor);
    if (fault) this.context.faults.add(fault);
    return fault?.state ?? 'valid';
  }
}
