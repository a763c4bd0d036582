/** How severe it is when a waiver turns out to be wrong. */
export type Risk = 'critical' | 'high' | 'medium' | 'low';

/** The longest a waiver may live, in days, by its risk. Then somebody looks again. */
export const maximumLifeDays: Readonly<Record<Risk, number>> = { critical: 30, high: 90, medium: 180, low: 365 };

/** A waiver is announced as expiring this many days ahead. */
export const noticeDays = 14;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
