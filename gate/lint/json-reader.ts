/** A part of a text: the offset of its first character and the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a document, such as `Statement[0].Condition.StringEquals["aws:PrincipalArn"]`; empty for the document itself. */
export interface Place extends Span {
  readonly path: string;
}

export interface JsonObject extends Place {
  readonly kind: 'object';
  /** As written, repeated names included. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  /** Its path is the path of the value. */
  readonly name: JsonText;
  readonly value: JsonNode;
}

export interface JsonArray extends Place {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonText extends Place {
  readonly kind: 'text';
  readonly text: string;
}

export interface JsonLiteral extends Place {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
  /** As written: `1e3`, `true`. */
  readonly text: string;
}

export type JsonNode = JsonObject | JsonArray | JsonText | JsonLiteral;

/** What stood where it may not; `syntax` ends the reading, after the others it goes on. */
export type JsonFaultKind = 'comment' | 'trailing-comma' | 'duplicate-name' | 'byte-order-mark' | 'syntax';

/** What JSON allows at the place of a syntax fault. */
export type Expected =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'nothing-more'
  | 'end-of-text'
  | 'escape'
  | 'no-control-character'
  | 'double-quotes'
  | 'less-depth';

export interface JsonFault extends Place {
  readonly kind: JsonFaultKind;
  /** The offending characters, at most 40. Empty at the end of the text. */
  readonly got: string;
  readonly expected?: Expected;
}

export interface JsonReading {
  /** Absent when the text is not JSON, comments and trailing commas aside. */
  readonly root: JsonNode | undefined;
  readonly faults: readonly JsonFault[];
}

/** No policy comes near; it keeps a hostile file from exhausting the stack. */
const DEEPEST = 64;
const LONGEST_GOT = 40;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const LITERAL_VALUES: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Reads JSON and remembers where each part stands. Comments, trailing commas, repeated names and a byte order mark are
 * faults with a place, and the reading goes on, so that one comment does not hide what else is wrong with a policy.
 *
 * The `yaml` package, which reads JSON as well, is no substitute here: it accepts `#` comments, single quotes and trailing
 * commas without a word, takes a `//` comment for a key, and overflows the stack on deep nesting.
 */
export function readJson(text: string): JsonReading {
  const reader = new Reader(text);
  try {
    return { root: reader.read(), faults: reader.faults };
  } catch (error) {
    if (!(error instanceof EndOfReading)) throw error;
    return { root: undefined, faults: [...reader.faults, error.fault] };
  }
}

class EndOfReading extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.expected);
  }
}

class Reader {
  readonly faults: JsonFault[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonNode {
    if (this.#text.startsWith('\uFEFF')) {
      this.#at = 1;
      this.#fault('byte-order-mark', 0, '');
    }
    this.#skipBlank('');
    const root = this.#value('', 0);
    this.#skipBlank('');
    if (this.#at < this.#text.length) this.#stop('nothing-more', '');
    return root;
  }

  #value(path: string, depth: number): JsonNode {
    if (depth > DEEPEST) this.#stop('less-depth', path);
    const character = this.#text[this.#at];
    if (character === '{') return this.#object(path, depth);
    if (character === '[') return this.#array(path, depth);
    if (character === '"') return this.#string(path);
    if (character === "'") this.#stop('double-quotes', path);
    LITERAL.lastIndex = this.#at;
    const literal = LITERAL.exec(this.#text)?.[0];
    if (literal === undefined) return this.#stop('value', path);
    const start = this.#at;
    this.#at += literal.length;
    const value = Object.hasOwn(LITERAL_VALUES, literal)
      ? (LITERAL_VALUES[literal] as boolean | null)
      : Number(literal);
    return { kind: 'literal', value, text: literal, path, start, end: this.#at };
  }

  #object(path: string, depth: number): JsonObject {
    const start = this.#at;
    const members: JsonMember[] = [];
    const names = new Set<string>();
    this.#at += 1;
    this.#skipBlank(path);
    while (this.#text[this.#at] !== '}') {
      if (this.#text[this.#at] !== '"') this.#stop(this.#text[this.#at] === "'" ? 'double-quotes' : 'name', path);
      const written = this.#string(path);
      const name = { ...written, path: childPath(path, written.text) };
      if (names.has(name.text)) this.#fault('duplicate-name', name.start, name.path);
      names.add(name.text);
      this.#skipBlank(name.path);
      if (this.#text[this.#at] !== ':') this.#stop('colon', name.path);
      this.#at += 1;
      this.#skipBlank(name.path);
      members.push({ name, value: this.#value(name.path, depth + 1) });
      this.#separator('}', path);
    }
    this.#at += 1;
    return { kind: 'object', members, path, start, end: this.#at };
  }

  #array(path: string, depth: number): JsonArray {
    const start = this.#at;
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#skipBlank(path);
    while (this.#text[this.#at] !== ']') {
      items.push(this.#value(`${path}[${items.length}]`, depth + 1));
      this.#separator(']', path);
    }
    this.#at += 1;
    return { kind: 'array', items, path, start, end: this.#at };
  }

  /** A comma between two parts, or the end of the list, which stays unread. */
  #separator(close: '}' | ']', path: string): void {
    this.#skipBlank(path);
    if (this.#text[this.#at] === close) return;
    if (this.#text[this.#at] !== ',') this.#stop(close === '}' ? 'comma-or-brace' : 'comma-or-bracket', path);
    const comma = this.#at;
    this.#at += 1;
    this.#skipBlank(path);
    if (this.#text[this.#at] === close) this.#fault('trailing-comma', comma, path, comma + 1);
  }

  #string(path: string): JsonText {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) this.#stop('end-of-text', path);
      if (character < ' ') this.#stop('no-control-character', path);
      if (character === '"') break;
      if (character === '\\') this.#escape(path);
      else this.#at += 1;
    }
    this.#at += 1;
    const text: unknown = JSON.parse(this.#text.slice(start, this.#at));
    return { kind: 'text', text: String(text), path, start, end: this.#at };
  }

  #escape(path: string): void {
    const sequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    sequence.lastIndex = this.#at;
    if (!sequence.test(this.#text)) this.#stop('escape', path);
    this.#at = sequence.lastIndex;
  }

  #skipBlank(path: string): void {
    for (;;) {
      const character = this.#text[this.#at];
      if (character === ' ' || character === '\t' || character === '\n' || character === '\r') this.#at += 1;
      else if (character === '#' || this.#text.startsWith('//', this.#at)) this.#comment(/\r|\n|$/g, path);
      else if (this.#text.startsWith('/*', this.#at)) this.#comment(/\*\/|$/g, path);
      else return;
    }
  }

  #comment(end: RegExp, path: string): void {
    const start = this.#at;
    end.lastIndex = start + 2;
    const found = end.exec(this.#text);
    this.#at = found === null ? this.#text.length : found.index + (found[0] === '*/' ? 2 : 0);
    this.#fault('comment', start, path);
  }

  #fault(kind: JsonFaultKind, start: number, path: string, end = this.#at): void {
    this.faults.push({ kind, start, end, path, got: this.#text.slice(start, Math.min(end, start + LONGEST_GOT)) });
  }

  #stop(expected: Expected, path: string): never {
    const start = this.#at;
    const [got = ''] = /^(?:\w+|.)?/su.exec(this.#text.slice(start, start + LONGEST_GOT)) ?? [];
    throw new EndOfReading({ kind: 'syntax', expected, path, got, start, end: start + got.length });
  }
}

/** `Statement` in the document, `.Action` below it, `["aws:PrincipalArn"]` where a name is no word. */
function childPath(parent: string, name: string): string {
  if (!/^[A-Za-z_][\w]*$/.test(name)) return `${parent}[${JSON.stringify(name)}]`;
  return parent === '' ? name : `${parent}.${name}`;
}
