/**
 * A timestamp in an answer of CloudWatch Logs Insights, in milliseconds since 1970: that of an event is written as a date in UTC, the
 * earliest or latest of several as a number.
 */
export function instantIn(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) return number;
  const instant = Date.parse(`${value.replace(' ', 'T')}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}
