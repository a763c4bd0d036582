import type { KeySlots } from '../request/slot-value';
import { Glob } from './glob';
import type { Pattern } from './pattern';
import { Template } from './template';
import { ANY_CHARACTER_IN_SEGMENT, ANY_TEXT_IN_SEGMENT, isVariable, type Token } from './token';

/** The fastest pattern for the tokens; only variables and wildcards bound to a segment need a template. */
export function bindPattern(tokens: readonly Token[], keys: KeySlots): Pattern {
  return needsTemplate(tokens) ? new Template(tokens, keys) : new Glob(tokens);
}

function needsTemplate(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => isVariable(token) || token === ANY_TEXT_IN_SEGMENT || token === ANY_CHARACTER_IN_SEGMENT,
  );
}
