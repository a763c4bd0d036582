import type { Answer, AwsError, Script } from '../fake-aws';

/** A list that an API may cut into pages. */
export class Listed {
  constructor(
    /** The wire's name of the list. */
    readonly key: string,
    /** The wire's name of the token. */
    readonly token: 'NextToken' | 'nextToken',
    readonly items: readonly unknown[],
  ) {}
}

/** A call that changes something. */
export interface Write {
  readonly effect: (input: never) => void;
  /** @default an empty answer */
  readonly answer?: (input: never) => object;
  /** What AWS says when it is so already. Absent where it says nothing of the kind. */
  readonly already?: AwsError;
}

/** An AWS that remembers, and that has nothing yet of what is desired. */
export interface Memory {
  readonly reads: Readonly<Record<string, (input: never) => Answer | Listed>>;
  readonly writes: Readonly<Record<string, Write>>;
  readonly state: () => unknown;
}

/** Ways to say no that one API alone has. They replace answers; a write that is not replaced has its effect. */
export type Lies = Readonly<Record<string, (memory: Memory) => Script>>;

/** A row of the table: one setting, what it should be, and an AWS to try it on. */
export interface World {
  readonly desired: unknown;
  readonly start: () => Memory;
  readonly lies: Lies;
  /** Calls that the setting makes only when something is wrong. */
  readonly rarely?: readonly string[];
}

/** How an AWS behaves, besides having the memory of a world. */
export interface Behaviour {
  /** What becomes of a write. @default it has its effect */
  readonly write?: (operation: string, write: Write, input: never, callsBefore: number) => Answer;
  /** What is answered to a read, given the truth. @default the truth */
  readonly read?: (operation: string, truth: () => Answer, callsBefore: number) => Answer;
  /** Lists come in pages of one, after an empty one. @default all at once */
  readonly paged?: boolean;
}

export function obedient(_operation: string, write: Write, input: never): Answer {
  write.effect(input);
  return write.answer?.(input) ?? {};
}

/** The script of an AWS with a memory and a behaviour. */
export function scriptOf(memory: Memory, { write = obedient, read, paged = false }: Behaviour = {}): Script {
  const answerOf = (found: Answer | Listed, input: { NextToken?: string; nextToken?: string }): Answer => {
    if (!(found instanceof Listed)) return found;
    return paged ? pageOf(found, input.NextToken ?? input.nextToken) : { [found.key]: found.items };
  };
  const reads = Object.entries(memory.reads).map(([operation, tell]) => [
    operation,
    (input: never, before: number) => {
      const truth = () => answerOf(tell(input), input);
      return read ? read(operation, truth, before) : truth();
    },
  ]);
  const writes = Object.entries(memory.writes).map(([operation, found]) => [
    operation,
    (input: never, before: number) => write(operation, found, input, before),
  ]);
  return Object.fromEntries([...reads, ...writes]);
}

function pageOf({ key, token, items }: Listed, asked: string | undefined): object {
  if (asked === undefined) return { [key]: [], [token]: '0' };
  const index = Number(asked);
  const next = index + 1 < items.length ? { [token]: String(index + 1) } : {};
  return { [key]: items.slice(index, index + 1), ...next };
}
