/** `*`: any characters, none included. */
export const ANY_TEXT = Symbol('*');
/** `?`: exactly one character. */
export const ANY_CHARACTER = Symbol('?');
/** `*` inside one of an ARN's first five segments: any characters but a colon. */
export const ANY_TEXT_IN_SEGMENT = Symbol('* within a segment');
/** `?` inside one of an ARN's first five segments: one character that is no colon. */
export const ANY_CHARACTER_IN_SEGMENT = Symbol('? within a segment');

/** `${key, 'default'}`: replaced by the value of a context key. */
export interface Variable {
  /** Lower case: key names are case-insensitive. */
  readonly key: string;
  readonly fallback: string | undefined;
}

/** A pattern's parts in order: literal text, wildcards and policy variables. */
export type Token =
  | string
  | Variable
  | typeof ANY_TEXT
  | typeof ANY_CHARACTER
  | typeof ANY_TEXT_IN_SEGMENT
  | typeof ANY_CHARACTER_IN_SEGMENT;

export function isVariable(token: Token): token is Variable {
  return typeof token === 'object';
}
