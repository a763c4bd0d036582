import { HIDDEN, type KeySlots, type SlotValue } from '../request/slot-value';
import type { Match, Pattern } from './pattern';
import {
  ANY_CHARACTER,
  ANY_CHARACTER_IN_SEGMENT,
  ANY_TEXT,
  ANY_TEXT_IN_SEGMENT,
  isVariable,
  type Token,
} from './token';

const COLON = 58;
const MISMATCH = 0;
const MATCH = 1;
/** A later `*` has tried every place that is left: trying an earlier wildcard elsewhere cannot help. */
const HOPELESS = 2;

/**
 * A pattern with policy variables, or with wildcards that stay within one segment of an ARN.
 *
 * A variable's value is literal text: `*` in it is no wildcard. Where a variable has neither value nor default, AWS says that
 * the statement may become invalid: there is no match, and no mismatch either. A key with several values cannot be used as
 * a variable and counts as having none.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export class Template implements Pattern {
  readonly slots: readonly number[];
  readonly #tokens: readonly Token[];
  readonly #slotOfToken: readonly number[];
  readonly #ignoreCase: boolean;
  /** The tokens with the variables of the request at hand filled in; kept to spare an array per match. */
  readonly #filled: Token[];

  constructor(tokens: readonly Token[], keys: KeySlots, ignoreCase = false) {
    this.#tokens = tokens;
    this.#slotOfToken = tokens.map((token) => (isVariable(token) ? keys.slotOf(token.key) : -1));
    this.slots = this.#slotOfToken.filter((slot) => slot !== -1);
    this.#ignoreCase = ignoreCase;
    this.#filled = [...tokens];
  }

  match(text: string, from: number, to: number, values: readonly SlotValue[]): Match {
    let outcome: Match = true;
    for (let index = 0; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index] as Token;
      if (!isVariable(token)) continue;
      let value = single(values[this.#slotOfToken[index] ?? -1]);
      if (value === HIDDEN) {
        this.#filled[index] = ANY_TEXT;
        outcome = undefined;
        continue;
      }
      if (typeof value !== 'string') value = token.fallback;
      if (value === undefined) return null;
      this.#filled[index] = this.#ignoreCase ? value.toLowerCase() : value;
    }
    return matchTokens(this.#filled, 0, text, from, to) === MATCH ? outcome : false;
  }
}

function single(value: SlotValue): SlotValue {
  if (!Array.isArray(value)) return value;
  return value.length === 1 ? (value[0] as string) : undefined;
}

function matchTokens(tokens: readonly Token[], first: number, text: string, from: number, to: number): number {
  let at = from;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (typeof token === 'string') {
      if (at + token.length > to || !text.startsWith(token, at)) return MISMATCH;
      at += token.length;
    } else if (token === ANY_TEXT || token === ANY_TEXT_IN_SEGMENT) {
      return matchFromWildcard(tokens, index, text, at, to);
    } else if (token === ANY_CHARACTER || token === ANY_CHARACTER_IN_SEGMENT) {
      if (at >= to || (token === ANY_CHARACTER_IN_SEGMENT && text.charCodeAt(at) === COLON)) return MISMATCH;
      at += 1;
    }
  }
  return at === to ? MATCH : MISMATCH;
}

function matchFromWildcard(tokens: readonly Token[], index: number, text: string, from: number, to: number): number {
  const withinSegment = tokens[index] === ANY_TEXT_IN_SEGMENT;
  for (let at = from; at <= to; at += 1) {
    const outcome = matchTokens(tokens, index + 1, text, at, to);
    if (outcome !== MISMATCH) return outcome;
    if (withinSegment && text.charCodeAt(at) === COLON) return MISMATCH;
  }
  return withinSegment ? MISMATCH : HOPELESS;
}
