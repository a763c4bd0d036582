import type { LocalizedText } from './localized-text';

/** Something that happens rarely, and that somebody should know of at once when it does. */
export interface DangerousChange {
  readonly id: string;
  readonly title: LocalizedText;
  /** Recommendation of the CIS AWS Foundations Benchmark 5.0.0. Absent: our own. */
  readonly cis?: string;
  /** Metric filter pattern over CloudTrail events, at most 1,024 characters. */
  readonly pattern: string;
  /** Matching events within five minutes that raise the alarm. @default 1 */
  readonly threshold?: number;
}

/** The pattern of one of these events, of one service when their names alone do not say which. */
export function anyOf(eventNames: readonly string[], eventSource?: string): string {
  const names = eventNames.map((name) => `($.eventName=${name})`).join(' || ');
  return eventSource ? `{($.eventSource=${eventSource}) && (${names})}` : `{${names}}`;
}
