import type { Match, Pattern } from './pattern';
import { ANY_CHARACTER, ANY_TEXT, type Token } from './token';

/** Text between two `*`: plain, or with `?` at the marked places. */
interface Chunk {
  readonly text: string;
  readonly free: readonly boolean[] | undefined;
}

const ANYTHING = 0;
const EXACT = 1;
const PREFIX = 2;
const SUFFIX = 3;
const CHUNKS = 4;

/**
 * A pattern of literals, `*` and `?`, without variables. Case-sensitive; lower-case both sides to ignore case.
 *
 * The usual shapes (anything, exact, prefix, suffix) are compared directly; the rest is matched chunk by chunk, in time
 * linear in the text for plain chunks, never with a regular expression.
 */
export class Glob implements Pattern {
  readonly slots: readonly number[] = [];
  readonly #shape: number;
  readonly #text: string;
  readonly #chunks: readonly Chunk[];

  constructor(tokens: readonly Token[]) {
    this.#chunks = chunksOf(tokens);
    const [first, last] = [this.#chunks[0], this.#chunks.at(-1)];
    const plain = this.#chunks.length <= 2 && first?.free === undefined && last?.free === undefined;
    this.#shape = CHUNKS;
    this.#text = '';
    if (!plain) return;
    if (this.#chunks.length === 1) {
      this.#shape = EXACT;
      this.#text = first?.text ?? '';
    } else if (last?.text === '') {
      this.#shape = first?.text === '' ? ANYTHING : PREFIX;
      this.#text = first?.text ?? '';
    } else if (first?.text === '') {
      this.#shape = SUFFIX;
      this.#text = last?.text ?? '';
    }
  }

  /** True when every text matches. */
  get matchesEverything(): boolean {
    return this.#shape === ANYTHING;
  }

  matches(text: string): boolean {
    if (this.#shape === EXACT) return text === this.#text;
    return this.#within(text, 0, text.length);
  }

  match(text: string, from: number, to: number): Match {
    return this.#within(text, from, to);
  }

  #within(text: string, from: number, to: number): boolean {
    const own = this.#text;
    switch (this.#shape) {
      case ANYTHING:
        return true;
      case EXACT:
        return to - from === own.length && text.startsWith(own, from);
      case PREFIX:
        return to - from >= own.length && text.startsWith(own, from);
      case SUFFIX:
        return to - from >= own.length && text.startsWith(own, to - own.length);
      default:
        return this.#chunksWithin(text, from, to);
    }
  }

  #chunksWithin(text: string, from: number, to: number): boolean {
    const chunks = this.#chunks;
    const first = chunks[0] as Chunk;
    if (chunks.length === 1) return to - from === first.text.length && fits(first, text, from);
    const last = chunks[chunks.length - 1] as Chunk;
    let at = from + first.text.length;
    const end = to - last.text.length;
    if (at > end || !fits(first, text, from) || !fits(last, text, end)) return false;
    for (let index = 1; index < chunks.length - 1; index += 1) {
      const chunk = chunks[index] as Chunk;
      const found = find(chunk, text, at, end);
      if (found === -1) return false;
      at = found + chunk.text.length;
    }
    return true;
  }
}

function fits(chunk: Chunk, text: string, at: number): boolean {
  if (chunk.free === undefined) return text.startsWith(chunk.text, at);
  for (let index = 0; index < chunk.text.length; index += 1) {
    if (!chunk.free[index] && chunk.text.charCodeAt(index) !== text.charCodeAt(at + index)) return false;
  }
  return true;
}

/** The first place of the chunk between `from` and `end`, both borders of the text it may use; -1 when there is none. */
function find(chunk: Chunk, text: string, from: number, end: number): number {
  const latest = end - chunk.text.length;
  if (chunk.free === undefined) {
    const found = text.indexOf(chunk.text, from);
    return found > latest ? -1 : found;
  }
  for (let at = from; at <= latest; at += 1) {
    if (fits(chunk, text, at)) return at;
  }
  return -1;
}

function chunksOf(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  let text = '';
  let free: boolean[] = [];
  const flush = (): void => {
    chunks.push({ text, free: free.includes(true) ? free : undefined });
    text = '';
    free = [];
  };
  for (const token of tokens) {
    if (token === ANY_TEXT) flush();
    else if (token === ANY_CHARACTER) {
      text += '?';
      free.push(true);
    } else if (typeof token === 'string') {
      text += token;
      for (let index = 0; index < token.length; index += 1) free.push(false);
    } else throw new TypeError('a glob has no variables and no wildcards bound to a segment');
  }
  flush();
  return chunks;
}
