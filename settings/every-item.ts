import type { Pacing } from './clients';
import { retried } from './retry';

/** One page of a list, in our words: APIs call the token `NextToken` or `nextToken`. */
export interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  readonly next: string | undefined;
}

/** All items of a paginated list. An empty page with a token is not the end. Repeats a page that is throttled. */
export async function everyItem<Item>(
  clients: Pacing,
  page: (token: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const found: Item[] = [];
  let token: string | undefined;
  do {
    const { items = [], next } = await retried(clients, () => page(token));
    found.push(...items);
    token = next;
  } while (token !== undefined && token !== '');
  return found;
}
