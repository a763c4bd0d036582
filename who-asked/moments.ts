const day = 24 * 60 * 60 * 1000;

const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/;

/** Whether this is the name of a time zone, such as `Asia/Tokyo`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * A day such as `2026-11-26`, or a moment such as `2026-11-26T09:00` with or without its own offset, in milliseconds since 1970.
 * Undefined for everything else, also for a 30th of February.
 *
 * @param edge whether a day means where it begins or where it ends
 */
export function instantOf(text: string, timeZone: string, edge: 'begin' | 'end'): number | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, year, month, date, hour, minute, second = '0', millisecond = '0', utc, sign, hours, minutes] = found;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second),
    Number(millisecond),
  );
  const shown = new Date(wall).toISOString();
  if (shown.slice(0, 10) !== text.slice(0, 10)) return undefined;
  if (hour === undefined) return inZone(edge === 'end' ? wall + day : wall, timeZone);
  if (shown.slice(11, 16) !== `${hour}:${minute}` || Number(second) > 59) return undefined;
  if (utc) return wall;
  if (sign) return wall - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return inZone(wall, timeZone);
}

/** What a clock on the wall shows there, such as `2026-11-26 09:00:00`. */
export function wallClock(timeZone: string): (instant: number) => string {
  // The Swedish way to write a date is the one of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => format.format(instant);
}

/** Asked twice, because the first answer may lie on the other side of a change of the clock. */
function inZone(wall: number, timeZone: string): number {
  const offsetAt = (instant: number) =>
    Date.parse(`${wallClock(timeZone)(instant).replace(' ', 'T')}Z`) - seconds(instant);
  return wall - offsetAt(wall - offsetAt(wall));
}

function seconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
