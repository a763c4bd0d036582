/** Milliseconds since 1970: from the first to before the last. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The condition that an event is of a period, to the millisecond. StartQuery takes whole seconds and includes both ends, so that two
 * periods that touch would both have the second between them.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
 */
export function within({ from, to }: Period): string {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) throw new Error(`No period: ${from} to ${to}`);
  return `toMillis(@timestamp) >= ${from} and toMillis(@timestamp) < ${to}`;
}

/** Lines of a query as one text. */
export function queryOf(lines: readonly string[]): string {
  return lines.join('\n| ');
}
