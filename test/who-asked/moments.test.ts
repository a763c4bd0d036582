import fc from 'fast-check';
import { quoted } from '../../insights/quoted';
import { instantOf, isTimeZone, wallClock } from '../../who-asked/moments';
import { csvReport } from '../../who-asked/report/csv';
import { instantIn } from '../../who-asked/timestamp';

const at = (text: string, zone = 'UTC', edge: 'begin' | 'end' = 'begin') => {
  const instant = instantOf(text, zone, edge);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('a day or a moment', () => {
  test.each([
    ['a day begins', '2026-11-26', 'UTC', 'begin', '2026-11-26T00:00:00.000Z'],
    ['a day ends', '2026-11-26', 'UTC', 'end', '2026-11-27T00:00:00.000Z'],
    ['a day of Tokyo begins', '2026-11-26', 'Asia/Tokyo', 'begin', '2026-11-25T15:00:00.000Z'],
    ['a day of Tokyo ends', '2026-12-31', 'Asia/Tokyo', 'end', '2026-12-31T15:00:00.000Z'],
    ['a day of 23 hours ends', '2026-03-08', 'America/New_York', 'end', '2026-03-09T04:00:00.000Z'],
    ['a day of 25 hours ends', '2026-11-01', 'America/New_York', 'end', '2026-11-02T05:00:00.000Z'],
    ['a moment in Tokyo', '2026-11-26T09:30', 'Asia/Tokyo', 'end', '2026-11-26T00:30:00.000Z'],
    ['a moment with its own offset', '2026-11-26T09:30:15+09:00', 'Europe/Berlin', 'begin', '2026-11-26T00:30:15.000Z'],
    ['a moment in UTC', '2026-11-26 09:30:15.250Z', 'Asia/Tokyo', 'begin', '2026-11-26T09:30:15.250Z'],
  ] as const)('%s', (_, text, zone, edge, instant) => {
    expect(at(text, zone, edge)).toBe(instant);
  });

  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '26-11-2026',
    '2026-11-26T25:00',
    '2026-11-26T10:61',
    '2026-11-26T10:00:60',
    'now',
  ])('is not %j', (text) => {
    expect(at(text)).toBeUndefined();
  });

  test('is what the clock there shows', () => {
    const zone = fc.constantFrom('Asia/Tokyo', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const instants = fc
      .integer({ min: Date.UTC(2020), max: Date.UTC(2035) })
      .map((instant) => instant - (instant % 1000));
    fc.assert(
      fc.property(instants, zone, (instant, name) => {
        const shown = wallClock(name)(instant);
        const again = instantOf(shown, name, 'begin') ?? 0;
        // An hour that the clock shows twice may mean either.
        expect(wallClock(name)(again)).toBe(shown);
      }),
    );
  });

  test('needs a time zone that exists', () => {
    expect(isTimeZone('Asia/Tokyo')).toBe(true);
    expect(isTimeZone('Tokyo')).toBe(false);
  });
});

describe('a timestamp in an answer', () => {
  test.each([
    ['2026-11-26 00:00:00.123', Date.parse('2026-11-26T00:00:00.123Z')],
    ['1795651200123', 1_795_651_200_123],
    ['1.795651200123E12', 1_795_651_200_123],
    ['', undefined],
    ['soon', undefined],
  ])('%j is %s', (value, instant) => {
    expect(instantIn(value)).toBe(instant);
  });
});

describe('a value in a query', () => {
  test('never ends its quotation, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^U["\\|`\n/*#] or 1=1$/)), (value) => {
        try {
          expect(quoted(value)).toMatch(/^"[A-Za-z0-9._:/-]+"$/);
        } catch (error) {
          expect(error).toMatchObject({ message: expect.stringMatching(/^A query takes letters/) });
        }
      }),
    );
    for (const value of ['U1"', 'U1\\', 'U1 | fields @message', '`x`', '']) expect(() => quoted(value)).toThrow();
  });
});

describe('CSV', () => {
  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'あ', '=', "'", 'x', ' ') }), (identity) => {
        let text = '';
        const report = csvReport((more) => {
          text += more;
        }, false);
        const heading = { workload: 'w', account: '1', regions: ['r'], period: { from: 0, to: 1 }, timeZone: 'UTC' };
        report.begin(heading);
        report.end({
          events: 0,
          byOutcome: new Map(),
          byModel: new Map(),
          tokens: { in: 0, out: 0 },
          unknown: [],
          unattributed: [{ region: 'r', identity, model: null, calls: 1, earliest: 0, latest: 0 }],
        });
        const [head = [], line = []] = parsed(text);
        expect(line[head.indexOf('identity')]).toBe(identity);
        expect(line).toHaveLength(head.length);
      }),
    );
  });
});

/** Reads RFC 4180, by the letter of its grammar. */
function parsed(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quotedCell, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quotedCell === undefined ? (plain ?? '') : quotedCell.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines;
}
