import type { KeySlots, SlotValue } from '../request/slot-value';
import { and, type Truth } from '../truth';
import { bindPattern } from './bind-pattern';
import type { Match, Pattern } from './pattern';
import { isVariable, type Token } from './token';

/** The parts of an ARN that colons part; the last keeps its own colons. */
export const ARN_SEGMENTS = 6;

/**
 * Matches an ARN the way `ArnLike` and `ArnEquals` do: each of the six colon-delimited components on its own, so that `*`
 * never crosses a colon of the first five. A lone `*` matches whatever text is there.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export class ArnPattern implements Pattern {
  readonly slots: readonly number[];
  readonly #segments: readonly Pattern[];

  constructor(tokens: readonly Token[], keys: KeySlots) {
    this.#segments = segmentsOf(tokens).map((segment) => bindPattern(segment, keys));
    this.slots = this.#segments.flatMap((segment) => segment.slots);
  }

  match(text: string, from: number, to: number, values: readonly SlotValue[]): Match {
    const segments = this.#segments;
    let start = from;
    let outcome: Truth = true;
    for (let index = 0; index < segments.length; index += 1) {
      let end = to;
      if (index < segments.length - 1) {
        end = text.indexOf(':', start);
        if (end === -1 || end >= to) return false;
      }
      const match = (segments[index] as Pattern).match(text, start, end, values);
      if (match === null) return null;
      // A later segment may lack the value of a variable.
      if (match === false && this.slots.length === 0) return false;
      outcome = and(outcome, match);
      start = end + 1;
    }
    return outcome;
  }
}

/** The number of components a pattern's own colons part it into, at most six. */
export function countSegments(tokens: readonly Token[]): number {
  return segmentsOf(tokens).length;
}

/** The tokens of each component; colons in a variable's value do not part components. */
export function segmentsOf(tokens: readonly Token[]): Token[][] {
  let current: Token[] = [];
  const segments: Token[][] = [current];
  for (const token of tokens) {
    if (typeof token !== 'string' || isVariable(token)) {
      current.push(token);
      continue;
    }
    let rest = token;
    for (let colon = rest.indexOf(':'); colon !== -1 && segments.length < ARN_SEGMENTS; colon = rest.indexOf(':')) {
      if (colon > 0) current.push(rest.slice(0, colon));
      current = [];
      segments.push(current);
      rest = rest.slice(colon + 1);
    }
    if (rest !== '') current.push(rest);
  }
  return segments;
}
