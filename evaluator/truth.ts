/**
 * Three-valued truth: `UNKNOWN` is the honest answer where a test would need something nobody gave.
 *
 * The connectives are Kleene's: an unknown operand decides nothing, and is overruled by a known operand that decides alone.
 * Small integers, because they are compared millions of times a second.
 */
export type Truth = 0 | 1 | 2;

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;

export function and(left: Truth, right: Truth): Truth {
  if (left === FALSE || right === FALSE) return FALSE;
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : TRUE;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === TRUE || right === TRUE) return TRUE;
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : FALSE;
}

export function not(truth: Truth): Truth {
  if (truth === UNKNOWN) return UNKNOWN;
  return truth === TRUE ? FALSE : TRUE;
}
