import fc from 'fast-check';
import type { AuditRecord } from '../../functions/converse/audit-record';
import { auditRecordIn } from '../../who-asked/audit-records';
import { OnePerEvent } from '../../who-asked/one-per-event';
import { generatedLogs } from './generated-log';

const [event] = generatedLogs(1, 0, 0).audit;
const record = auditRecordIn(event?.message) as AuditRecord;
const recordAt = (second: number, more: Partial<AuditRecord>): AuditRecord => ({
  ...record,
  ts: new Date(second * 1000).toISOString(),
  ...more,
});

function fold(records: readonly AuditRecord[]) {
  const fold = new OnePerEvent();
  const newestFirst = records.toSorted((a, b) => (a.ts < b.ts ? 1 : -1));
  return [...newestFirst.flatMap((one) => fold.take(one) ?? []), ...fold.unfinished()];
}

describe('one record per event', () => {
  test.each([
    [
      'the last of several attempts',
      [
        [1, 1, false],
        [2, 2, false],
        [3, 3, true],
      ],
      3,
    ],
    [
      'a final record before one that was given up late',
      [
        [1, 2, true],
        [2, 1, false],
      ],
      2,
    ],
    [
      'the newest final record, when the question was sent back',
      [
        [1, 1, true],
        [2, 2, true],
      ],
      2,
    ],
    [
      'the newest attempt, when none is final',
      [
        [1, 1, false],
        [2, 2, false],
      ],
      2,
    ],
    [
      'a final record that was written twice',
      [
        [1, 1, true],
        [1, 1, true],
      ],
      1,
    ],
  ] as const)('is %s', (_, written, attempt) => {
    const records = written.map(([second, number, final]) =>
      recordAt(second, { eventId: 'Ev', attempt: number, final }),
    );
    expect(fold(records).map((one) => one.attempt)).toEqual([attempt]);
  });

  test('holds every event once, final where it has a final record', () => {
    const some = fc.array(
      fc.record({ eventId: fc.constantFrom('a', 'b', 'c', 'd'), final: fc.boolean(), at: fc.nat(50) }),
    );
    fc.assert(
      fc.property(some, (events) => {
        const records = events.map(({ at, ...more }, index) => recordAt(at, { ...more, attempt: index + 1 }));
        const folded = fold(records);
        expect(folded.map(({ eventId }) => eventId).sort()).toEqual(
          [...new Set(events.map(({ eventId }) => eventId))].sort(),
        );
        for (const { eventId, final } of folded) {
          expect(final).toBe(records.some((one) => one.eventId === eventId && one.final));
        }
      }),
    );
  });

  test('forgets what is more than 20 days newer, so that memory does not grow with years', () => {
    const folding = new OnePerEvent();
    const day = 24 * 60 * 60;
    const taken = (days: number, eventId: string) => folding.take(recordAt(days * day, { eventId, final: true }));
    expect(taken(100, 'Ev')).toBeDefined();
    expect(taken(81, 'Ev')).toBeUndefined();
    taken(79, 'other');
    expect(taken(78, 'Ev')).toBeDefined();
  });
});

describe('a record', () => {
  test('of before attempts were counted is the first and last of its event', () => {
    const { attempt: _attempt, final: _final, ...early } = record;
    expect(auditRecordIn(JSON.stringify(early))).toMatchObject({ attempt: 1, final: true });
  });

  test.each([
    ['no JSON', 'START RequestId: 1'],
    ['null', 'null'],
    ['another schema', JSON.stringify({ ...record, schema: 'audit/2' })],
    ['an unknown outcome', JSON.stringify({ ...record, result: { ...record.result, outcome: 'maybe' } })],
    ['nobody', JSON.stringify({ ...record, who: null })],
    ['a time that is none', JSON.stringify({ ...record, ts: 'yesterday' })],
  ])('is not %s', (_, message) => {
    expect(auditRecordIn(message)).toBeUndefined();
  });
});
