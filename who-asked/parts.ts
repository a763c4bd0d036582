import type { Period } from '../insights/period';
import { mostRows, type Row } from './ask-logs';
import { CannotAnswer, QueryTimedOut } from './cannot-answer';

/** Part of an answer, complete for its period. */
export interface Part {
  readonly period: Period;
  readonly rows: readonly Row[];
}

/** Queries that end one after the other without an answer in time before it is given up. */
const mostTimeouts = 4;

/**
 * Asks for a period in parts, the newest first, each so short that its answer is below the limit of rows: what is at the limit may
 * have been cut, and is asked again in halves. Memory is that of one part.
 *
 * Throws `CannotAnswer` when a single millisecond has as many rows as the limit. Nothing is ever left out.
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
    const rows = await inTime(() => ask(period));
    if (rows === undefined || rows.length >= limit) {
      timeouts = rows === undefined ? timeouts + 1 : 0;
      if (period.to - period.from === 1 || timeouts === mostTimeouts) throw tooMuch(period, rows !== undefined);
      length = Math.ceil((period.to - period.from) / 2);
      continue;
    }
    timeouts = 0;
    yield { period, rows };
    end = period.from;
    if (rows.length < limit / 4) length *= 2;
  }
}

async function inTime(ask: () => Promise<readonly Row[]>): Promise<readonly Row[] | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof QueryTimedOut) return undefined;
    throw error;
  }
}

function tooMuch({ from, to }: Period, answered: boolean): CannotAnswer {
  const [begin, end] = [new Date(from).toISOString(), new Date(to).toISOString()];
  return answered
    ? new CannotAnswer({
        en: `The millisecond ${begin} has more events than AWS answers with (${mostRows}). Ask for single users or channels.`,
        ja: `${begin} の 1 ミリ秒に、AWS が返せる件数（${mostRows}）を超えるイベントがあります。利用者かチャンネルを絞ってください。`,
      })
    : new CannotAnswer({
        en: `Queries on ${begin} to ${end} are not answered in time. Ask for a shorter period, or later.`,
        ja: `${begin} から ${end} までのクエリが時間内に終わりません。期間を短くするか、時間をおいて実行してください。`,
      });
}
