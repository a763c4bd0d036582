import type { Archive } from './archive';
import type { Digest } from './digest';
import { dayFolder, logFileTime } from './digest-key';
import type { FaultLog } from './fault-log';
import { day, hour, lateness, minute, type Period } from './period';
import { says } from './says';

/** A log file is named by its delivery, rounded, and a digest begins and ends within the minute. */
const slack = 15 * minute;

/**
 * Finds log files that no digest lists. It holds the names of two or three days at a time, whatever the period.
 *
 * The AWS CLI does not look for them: it follows the digests only.
 */
export class UnlistedLogFiles {
  private readonly listed = new Map<string, Set<string>>();
  private begin?: Date;
  private reached?: Date;
  private nextDay?: Date;

  constructor(
    private readonly archive: Archive,
    private readonly folder: string,
    private readonly period: Period,
    private readonly faults: FaultLog,
  ) {}

  /** Digests come in the order of their ends. */
  async note({ logFiles, start, end }: Digest, backfill: boolean): Promise<void> {
    for (const { key } of logFiles) {
      const folder = key.slice(this.folder.length, this.folder.length + '2026/11/27/'.length);
      const names = this.listed.get(folder) ?? new Set();
      this.listed.set(folder, names.add(key));
    }
    if (backfill) return;
    this.begin ??= new Date(start);
    this.nextDay ??= midnight(new Date(Math.max(this.begin.getTime(), this.period.from?.getTime() ?? 0)));
    this.reached = new Date(end);
    while (this.nextDay.getTime() + day + lateness < this.reached.getTime()) await this.checkNextDay(this.reached);
  }

  async finish(): Promise<void> {
    if (!this.reached || !this.nextDay) return;
    // What came in the last hour may be in a digest that is still to come.
    const until = new Date(this.reached.getTime() - hour);
    while (this.nextDay < until) await this.checkNextDay(until);
  }

  private async checkNextDay(until: Date): Promise<void> {
    const { from, to } = this.period;
    const folder = dayFolder(this.nextDay as Date);
    const names = this.listed.get(folder);
    const after = Math.max((this.begin as Date).getTime() + slack, from?.getTime() ?? 0);
    for await (const key of this.archive.keys(`${this.folder}${folder}`)) {
      const time = logFileTime(key)?.getTime();
      const judged =
        time === undefined || (time >= after && time <= Math.min(until.getTime(), to?.getTime() ?? Infinity));
      if (judged && !names?.has(key)) {
        this.faults.add({ state: 'unknown', kind: 'not-listed', file: key, says: says.notListed() });
      }
    }
    this.listed.delete(folder);
    this.nextDay = new Date((this.nextDay as Date).getTime() + day);
  }
}

function midnight(moment: Date): Date {
  return new Date(`${moment.toISOString().slice(0, 10)}T00:00:00Z`);
}
