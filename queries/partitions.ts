import type { Days, LogFacts } from './saved-query';
import { list, literal } from './sql-text';

/**
 * The condition every query starts with: which accounts and which days. Regions are all looked at: an intruder picks an unwatched one.
 *
 * Nothing else in a query may compare `account`: of an injected partition Athena takes literal values only, and refuses the rest.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-dynamic-id-partitioning.html
 */
export function partitions({ accounts, days }: LogFacts): string {
  return `account IN ${list(accounts)}\n  AND ${within(days)}`;
}

/** Athena computes `current_date` before it chooses partitions, so that relative days are as cheap as fixed ones. */
function within(days: Days): string {
  if ('last' in days) {
    if (!Number.isInteger(days.last) || days.last < 1) {
      throw new Error(`${days.last} is not a number of days; the least is 1, today`);
    }
    return `day BETWEEN date_format(current_date - interval '${days.last - 1}' day, '%Y/%m/%d')
    AND date_format(current_date, '%Y/%m/%d')`;
  }
  for (const day of [days.from, days.to]) {
    if (!/^\d{4}\/\d{2}\/\d{2}$/.test(day)) throw new Error(`"${day}" is not a day; days look like 2026/11/27`);
  }
  return `day BETWEEN ${literal(days.from)} AND ${literal(days.to)}`;
}
