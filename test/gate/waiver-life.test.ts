import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../../gate/waiver-life';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261124', '2026-11-24T00:00:00Z', ''])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('counts forward and back without daylight saving or time zones', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(isDay(addDays(from, days))).toBe(true);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});
