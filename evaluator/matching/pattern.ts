import type { SlotValue } from '../request/slot-value';
import type { Truth } from '../truth';

/** Whether a text fits a pattern; null when a policy variable of the pattern has no value in this request and no default. */
export type Match = Truth | null;

/** A compiled text of a policy, matched against a text of a request or a part of it. */
export interface Pattern {
  /** Slots of the context keys the pattern's variables name. */
  readonly slots: readonly number[];
  /** Matches the characters `from` (included) to `to` (excluded) of the text. */
  match(text: string, from: number, to: number, values: readonly SlotValue[]): Match;
}

/** The strongest match of two alternatives: a match, else a possible one, else one that lacked a variable. */
export function either(left: Match, right: Match): Match {
  if (left === true || right === true) return true;
  if (left === undefined || right === undefined) return undefined;
  return left === null ? left : right;
}
