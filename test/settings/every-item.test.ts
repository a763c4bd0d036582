import fc from 'fast-check';
import { everyItem } from '../../settings/every-item';

const clients = { wait: async () => undefined };

test('returns every item of every page in order, wherever empty pages lie', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.integer()), { minLength: 1 }), async (pages) => {
      const found = await everyItem(clients, async (token) => {
        const index = Number(token ?? 0);
        return { items: pages[index], next: index + 1 < pages.length ? String(index + 1) : undefined };
      });
      expect(found).toEqual(pages.flat());
    }),
  );
});

test('takes an absent list for an empty page, and an empty token for the end', async () => {
  await expect(everyItem(clients, async () => ({ items: undefined, next: '' }))).resolves.toEqual([]);
});
