import { type Period, queryOf, within } from './period';
import { isOneOf } from './quoted';

/** Requests one query may name: a query has at most 10,000 characters, and an entry of the invocation log up to 200 KB. */
export const requestsOfOneQuery = 100;

/**
 * Entries of the invocation log by request id: prompts and answers. `unmask` shows what the data protection policy masks, and needs
 * logs:Unmask.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data-viewunmasked.html
 */
export function loggedText(requestIds: readonly string[], period: Period, unmask: boolean): string {
  return queryOf([
    `filter ${within(period)} and ${isOneOf('requestId', requestIds)}`,
    `fields @timestamp, requestId, ${unmask ? 'unmask(@message) as original' : '@message'}`,
    'sort @timestamp desc',
  ]);
}
