/** What is judged: digests that end after `from` and not after `to`. */
export interface Period {
  /** @default from the oldest digest there is */
  readonly from?: Date;
  /** @default to the newest digest there is */
  readonly to?: Date;
  readonly now: Date;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Digests come every hour; between two there are never more than these. */
export const longestStep = 1.5 * hour;

/** By then CloudTrail has delivered the digest of an hour and its successor. */
export const lateness = 3 * hour;

/** A chain that was silent for longer before the period has ended; one that fell silent within is a gap. */
export const rememberedDays = 7;

export function judges({ from, to }: Period, end: Date): boolean {
  return (from === undefined || end > from) && (to === undefined || end <= to);
}

/** Until when digests must reach, or undefined where that is not known: a folder is a copy of some moment. */
export function expectedEnd({ to, now }: Period, whole: boolean): Date | undefined {
  if (to === undefined && !whole) return undefined;
  return new Date(Math.min(to?.getTime() ?? Number.POSITIVE_INFINITY, now.getTime() - lateness));
}
