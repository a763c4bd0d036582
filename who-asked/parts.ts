import type { Period } from '../insights/period';
import { mostRows, type Row } from './ask-logs';
import { BeforeTheLog, CannotAnswer, QueryTimedOut } from './cannot-answer';
import { instantIn } from './timestamp';

/** Part of an answer, complete for its period. */
export interface Part {
  readonly period: Period;
  readonly rows: readonly Row[];
}

/** Queries that end one after the other without an answer in time before it is given up. */
const mostTimeouts = 4;

/**
 * Asks for a period in parts, the newest first, until each is complete: an answer with as many rows as the limit was cut. Of events that
 * come newest first, those newer than the oldest one are all there are, and the rest is asked for next; of anything else the period is
 * halved. Memory is that of one part.
 *
 * Throws `CannotAnswer` when a single millisecond has as many rows as the limit, and when the period begins before what the log group
 * keeps, as far as AWS says so. Nothing is ever left out.
 */
export async function* inParts(
  { from, to }: Period,
  ask: (period: Period) => Promise<readonly Row[]>,
  limit = mostRows,
): AsyncGenerator<Part> {
  let end = to;
  let length = to - from;
  let timeouts = 0;
  while (end > from) {
    const period = { from: Math.max(from, end - length), to: end };
    const rows = await inTime(() => ask(period), period);
    timeouts = rows === undefined ? timeouts + 1 : 0;
    if (timeouts === mostTimeouts) throw tooLong(period);
    const part = rows && completeOf(period, rows, limit);
    if (part?.period.from === end || (!part && period.to - period.from === 1)) throw tooMuch(end - 1);
    if (!part) {
      length = Math.ceil((period.to - period.from) / 2);
      continue;
    }
    yield part;
    end = part.period.from;
    // A part that was cut shows how much fits; one with few rows, that more would.
    if (part.period.from > period.from) length = Math.ceil(1.5 * (period.to - part.period.from));
    else if (part.rows.length < limit / 4) length *= 2;
  }
}

/** What of an answer is certain to be whole, which may be the rows of no time at all, or undefined when that cannot be told. */
function completeOf(period: Period, rows: readonly Row[], limit: number): Part | undefined {
  if (rows.length < limit) return { period, rows };
  const oldest = instantIn(rows.at(-1)?.get('@timestamp'));
  if (oldest === undefined) return undefined;
  const newer = rows.filter((row) => (instantIn(row.get('@timestamp')) ?? oldest) > oldest);
  return { period: { from: oldest + 1, to: period.to }, rows: newer };
}

async function inTime(ask: () => Promise<readonly Row[]>, { to }: Period): Promise<readonly Row[] | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof QueryTimedOut) return undefined;
    if (error instanceof BeforeTheLog) throw notKept(to);
    throw error;
  }
}

function notKept(until: number): CannotAnswer {
  const moment = new Date(until).toISOString();
  return new CannotAnswer({
    en: `There is no log of the time before ${moment}: it was begun later, or is deleted. Let --from be later.`,
    ja: `${moment} より前のログはありません。まだ記録が始まっていなかったか、保存期間を過ぎています。--from を遅くしてください。`,
  });
}

function tooMuch(millisecond: number): CannotAnswer {
  const moment = new Date(millisecond).toISOString();
  return new CannotAnswer({
    en: `The millisecond ${moment} has more events than AWS answers with (${mostRows}). Ask for single users or channels.`,
    ja: `${moment} の 1 ミリ秒に、AWS が返せる件数（${mostRows}）を超えるイベントがあります。利用者かチャンネルを絞ってください。`,
  });
}

function tooLong({ from, to }: Period): CannotAnswer {
  const [begin, end] = [new Date(from).toISOString(), new Date(to).toISOString()];
  return new CannotAnswer({
    en: `Queries on ${begin} to ${end} are not answered in time. Ask for a shorter period, or later.`,
    ja: `${begin} から ${end} までのクエリが時間内に終わりません。期間を短くするか、時間をおいて実行してください。`,
  });
}
