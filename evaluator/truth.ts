/**
 * Three-valued truth: `undefined` is the honest answer where a test would need something nobody gave.
 *
 * The connectives are Kleene's: an unknown operand decides nothing, and is overruled by a known operand that decides alone.
 * Values of the language and no constants of our own, because reading an imported constant costs as much as a comparison
 * of texts, and a decision would do it a hundred times. Compare with `===`: an unknown is falsy.
 */
export type Truth = boolean | undefined;

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left && right;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === undefined ? left : right;
}

export function not(truth: Truth): Truth {
  return truth === undefined ? truth : !truth;
}
