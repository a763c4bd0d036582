import fc from 'fast-check';
import type { Period } from '../../insights/period';
import type { Row } from '../../who-asked/ask-logs';
import { CannotAnswer, QueryTimedOut } from '../../who-asked/cannot-answer';
import { inParts } from '../../who-asked/parts';
import { runs } from '../helpers/runs';

const whole = { from: 1000, to: 5000 };
const written = (instant: number) => new Date(instant).toISOString().replace('T', ' ').replace('Z', '');

/** Answers as AWS does: the newest events of the period, as many as the limit. Without timestamps, in no order. */
function logOf(instants: readonly number[], limit: number, hasTimestamps: boolean) {
  const sorted = instants.toSorted((a, b) => b - a);
  return async ({ from, to }: Period): Promise<readonly Row[]> =>
    sorted
      .filter((instant) => instant >= from && instant < to)
      .slice(0, limit)
      .map(
        (instant) =>
          new Map([[hasTimestamps ? '@timestamp' : 'n', hasTimestamps ? written(instant) : String(instant)]]),
      );
}

async function all(instants: readonly number[], limit: number, hasTimestamps: boolean) {
  const found: string[] = [];
  let end = whole.to;
  for await (const { period, rows } of inParts(whole, logOf(instants, limit, hasTimestamps), limit)) {
    expect(period.to).toBe(end);
    expect(rows.length).toBeLessThan(limit);
    end = period.from;
    found.push(...rows.flatMap((row) => [...row.values()]));
  }
  expect(end).toBe(whole.from);
  return found;
}

const instants = fc.array(fc.integer({ min: whole.from, max: whole.to - 1 }), { maxLength: 120 });

describe('parts', () => {
  test.each([true, false])(
    'together hold every event once, or it is said that they cannot (timestamps: %s)',
    async (has) => {
      await fc.assert(
        fc.asyncProperty(instants, fc.integer({ min: 2, max: 40 }), async (events, limit) => {
          const busiest = Math.max(0, ...events.map((at) => events.filter((other) => other === at).length));
          if (busiest >= limit) {
            await expect(all(events, limit, has)).rejects.toThrow(CannotAnswer);
            return;
          }
          const found = await all(events, limit, has);
          expect(found.sort()).toEqual(events.map((at) => (has ? written(at) : String(at))).sort());
        }),
        { numRuns: runs(150) },
      );
    },
  );

  test('hold every event when queries time out now and then', async () => {
    const events = Array.from({ length: 300 }, (_, index) => 1000 + index * 13);
    const ask = logOf(events, 20, true);
    let asked = 0;
    const found: Row[] = [];
    const sometimes = async (period: Period) => {
      asked += 1;
      if (asked % 4 !== 1) return ask(period);
      throw new QueryTimedOut();
    };
    for await (const { rows } of inParts(whole, sometimes, 20)) found.push(...rows);
    expect(found).toHaveLength(events.length);
  });

  test('are given up when queries do nothing but time out', async () => {
    const never = () => Promise.reject(new QueryTimedOut());
    await expect(inParts(whole, never).next()).rejects.toThrow(/not answered in time/);
  });
});
