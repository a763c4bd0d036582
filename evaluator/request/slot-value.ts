/** Why a context key has no value. */
export class NoValue {
  constructor(readonly reason: 'absent' | 'hidden') {}
}

/** The caller says that the request does not have the key. */
export const ABSENT = new NoValue('absent');
/** The caller does not know whether the request has the key, nor its value. */
export const HIDDEN = new NoValue('hidden');

/** What a request holds for one context key; `undefined` is the same as `ABSENT`. */
export type SlotValue = string | readonly string[] | NoValue | undefined;

/** The numbers of the context keys a chain's policies name: a request keeps its values in an array by these. */
export class KeySlots {
  readonly #slots = new Map<string, number>();
  readonly #keys: string[] = [];

  /** The number of a lower-case key, given on first use. */
  slotOf(key: string): number {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    this.#slots.set(key, this.#keys.length);
    this.#keys.push(key);
    return this.#keys.length - 1;
  }

  /** The number of a lower-case key, or -1 when no policy of the chain names it. */
  find(key: string): number {
    return this.#slots.get(key) ?? -1;
  }

  keyOf(slot: number): string {
    return this.#keys[slot] ?? '';
  }

  get size(): number {
    return this.#keys.length;
  }
}
