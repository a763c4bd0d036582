/** Calls at a time: enough to be quick with a hundred accounts, few enough to stay below the rates of the APIs. */
const most = 8;

/** Does the same for every item, some at a time, and answers in the order of the items. The first error stops it. */
export async function concurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
