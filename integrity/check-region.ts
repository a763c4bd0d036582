import type { Archive } from './archive';
import { ChainCheck, type CheckContext } from './check-chain';
import { type DigestFolder, type DigestKey, dayFolder, digestKey } from './digest-key';
import { type Fault, type ProofState, worst } from './fault';
import { FaultLog } from './fault-log';
import { day, hour, lateness, rememberedDays } from './period';
import { says } from './says';
import { UnlistedLogFiles } from './unlisted-log-files';

/** What was found in one account and region. */
export interface RegionReport {
  readonly account: string;
  readonly region: string;
  readonly state: ProofState;
  readonly digests: number;
  readonly logFiles: number;
  readonly provenLogFiles: number;
  readonly faults: readonly Fault[];
}

/** Validates the digests of one account and region and the log files they list. */
export async function checkRegion(
  folder: DigestFolder,
  context: Omit<CheckContext, 'faults' | 'region'>,
): Promise<RegionReport> {
  const faults = new FaultLog();
  const { archive, period } = context;
  const { from } = period;
  const chains = new Map<string, ChainCheck>();
  const unlisted = new UnlistedLogFiles(archive, folder.logFiles, period, faults);
  for (const at of await digestKeys(folder, archive, context.period, faults)) {
    const chain = chains.get(at.chain) ?? new ChainCheck({ ...context, faults, region: folder.region }, at.backfill);
    chains.set(at.chain, chain);
    // Digests around the period are read for what they say about the period, and are not judged.
    if (from && at.end.getTime() <= from.getTime() - 2 * hour) chain.remember(at);
    else {
      const digest = await chain.accept(at);
      if (digest) await unlisted.note(digest, at.backfill);
    }
  }
  for (const chain of chains.values()) await chain.finish();
  await unlisted.finish();
  const sum = (what: (chain: ChainCheck) => number) =>
    [...chains.values()].reduce((total, one) => total + what(one), 0);
  return {
    account: folder.account,
    region: folder.region,
    state: worst([faults.state]),
    digests: sum(({ digests }) => digests),
    logFiles: sum(({ logFiles }) => logFiles),
    provenLogFiles: sum(({ provenLogFiles }) => provenLogFiles),
    faults: faults.faults,
  };
}

/** Keys of the digests in the period and around it, oldest first; those of a trail that lists late files in their place. */
async function digestKeys(
  folder: DigestFolder,
  archive: Archive,
  { from, to }: CheckContext['period'],
  faults: FaultLog,
): Promise<readonly DigestKey[]> {
  const first = from && new Date(from.getTime() - rememberedDays * day);
  const last = to && new Date(to.getTime() + lateness);
  const found: DigestKey[] = [];
  for await (const key of archive.keys(folder.digests, first && `${folder.digests}${dayFolder(first)}`)) {
    const at = digestKey(key, folder);
    if (!at) faults.add({ state: 'unknown', kind: 'not-in-chain', file: key, says: says.strangeName() });
    else if (last && at.end > last) {
      // Keys are in the order of days.
      if (at.end.getTime() > last.getTime() + day) break;
    } else if (!first || at.end > first) found.push(at);
  }
  return found.sort((one, other) => one.end.getTime() - other.end.getTime() || (one.key < other.key ? -1 : 1));
}
