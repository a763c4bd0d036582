import { dayCounter, reservationFor } from '../../../functions/assistant/token-budget';
import { simulate } from './crashing-world';
import { question, settings } from './fake-worker';
import { throughFunction } from './through-function';

const questions = Array.from({ length: 1000 }, (_, index) =>
  question({
    eventId: `Ev${index}`,
    user: `U${index % 100}`,
    thread: `1531420618.${index % 250}`,
    prompt: `質問 ${index}`,
  }),
);

/** Things by the event they belong to. */
function byEvent<Item>(items: readonly Item[], eventOf: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>(questions.map(({ eventId }) => [eventId, []]));
  for (const item of items) groups.get(eventOf(item) ?? '')?.push(item);
  return groups;
}

describe('1,000 events, each delivered three times and out of order', () => {
  test('are each one call, one answer and one record', async () => {
    const { world, deliveries } = await simulate(questions, { seed: 1, crashes: 0 });
    expect(deliveries).toBeGreaterThanOrEqual(3000);
    expect([world.calls.length, world.posts.length, world.records.length]).toEqual([1000, 1000, 1000]);
    expect(new Set(world.posts.map(({ eventId }) => eventId)).size).toBe(1000);
  });

  describe.each([
    ['itself', 1, undefined],
    ['itself', 2, undefined],
    ['through the function that posts', 3, throughFunction],
  ] as const)('with processes that end anywhere, and a worker that posts %s (seed %i)', (_, seed, reach) => {
    const simulation = simulate(questions, { seed, crashes: 0.05, reach });

    test('end often, at every step, on both sides of it', async () => {
      const { crashed } = await simulation;
      expect(crashed.length).toBeGreaterThan(1000);
      const steps = [
        'read',
        'write claimed',
        'write calling',
        'converse',
        'write answered',
        'audit',
        'write posting',
        'post',
        'write done',
        'look',
      ];
      expect(new Set(crashed.map(({ at }) => at))).toEqual(
        new Set(steps.flatMap((step) => [`before ${step}`, `after ${step}`])),
      );
    });

    test('every event gets one answer', async () => {
      const { world } = await simulation;
      const counts = [...byEvent(world.posts, ({ eventId }) => eventId).values()].map(({ length }) => length);
      expect(counts.filter((count) => count !== 1)).toEqual([]);
    });

    test('the model is called once, or once more when the process ended during the call, and both calls are on record', async () => {
      const { world, crashed } = await simulation;
      const records = byEvent(world.records, ({ eventId }) => eventId);
      const lostIn = new Set(
        crashed
          .filter(({ at }) =>
            ['after write calling', 'before converse', 'after converse', 'before write answered'].includes(at),
          )
          .map(({ eventId }) => eventId),
      );
      let repeated = 0;
      for (const [eventId, calls] of byEvent(world.calls, ({ requestMetadata }) => requestMetadata?.event_id)) {
        expect(calls.length).toBeLessThanOrEqual(2);
        const unknown = records.get(eventId)?.filter(({ result }) => result.error === 'OutcomeUnknown') ?? [];
        if (!lostIn.has(eventId)) expect([calls.length, unknown.length]).toEqual([1, 0]);
        if (calls.length < 2) continue;
        repeated++;
        expect(unknown.some(({ attempt }) => attempt === 1)).toBe(true);
      }
      expect(repeated).toBeGreaterThan(0);
      expect(repeated).toBeLessThanOrEqual(lostIn.size);
    });

    test('every event has one final record; what is written twice after a crash is the same to the letter', async () => {
      const { world, crashed } = await simulation;
      const afterAudit = crashed.filter(
        ({ at }) => at === 'after audit' || at === 'before write posting' || at === 'before write claimed',
      );
      let repeated = 0;
      for (const [, records] of byEvent(world.records, ({ eventId }) => eventId)) {
        const distinct = new Set(records.map((record) => JSON.stringify(record)));
        expect(new Set(records.map(({ attempt }) => attempt)).size).toBe(distinct.size);
        expect([...distinct].filter((record) => JSON.parse(record).final)).toHaveLength(1);
        repeated += records.length - distinct.size;
      }
      expect(repeated).toBeLessThanOrEqual(afterAudit.length);
    });

    test('nothing is posted before its final record is on file', async () => {
      expect((await simulation).world.answeredWithoutRecord).toEqual([]);
    });

    test('the counters hold every token that was used, and those that may have been', async () => {
      const { world } = await simulation;
      const attempts = new Map(world.records.map((record) => [`${record.eventId} ${record.attempt}`, record]));
      const tokens = [...attempts.values()].map(({ eventId, result, tokens: used }) =>
        result.error === 'OutcomeUnknown'
          ? reservationFor(`質問 ${eventId.slice(2)}`)
          : (used.in ?? 0) + (used.out ?? 0),
      );
      expect(world.claims.used(dayCounter('2026-11-27'))).toBe(tokens.reduce((sum, count) => sum + count, 0));
      expect(settings.dailyTokens).toBeGreaterThan(world.claims.used(dayCounter('2026-11-27')));
    });
  });
});
