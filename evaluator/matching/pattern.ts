import type { SlotValue } from '../request/slot-value';
import { FALSE, TRUE, type Truth } from '../truth';

/** A policy variable of the pattern has no value in this request and no default. */
export const NO_VALUE = 3;

/** Whether a text fits a pattern. */
export type Match = Truth | typeof NO_VALUE;

/** A compiled text of a policy, matched against a text of a request or a part of it. */
export interface Pattern {
  /** Slots of the context keys the pattern's variables name. */
  readonly slots: readonly number[];
  /** Matches the characters `from` (included) to `to` (excluded) of the text. */
  match(text: string, from: number, to: number, values: readonly SlotValue[]): Match;
}

/** The strongest match of two alternatives: a match, else a possible one, else one that lacked a variable. */
export function either(left: Match, right: Match): Match {
  if (left === TRUE || right === TRUE) return TRUE;
  if (left === FALSE) return right;
  if (right === FALSE) return left;
  return left < right ? left : right;
}
