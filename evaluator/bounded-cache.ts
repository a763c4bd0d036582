/**
 * Remembers up to `limit` results and forgets them all when full, so that memory stays flat however many different
 * texts a stream of requests brings.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>();

  constructor(readonly limit: number) {}

  get(text: string): Value | undefined {
    return this.#entries.get(text);
  }

  set(text: string, value: Value): void {
    if (this.#entries.size >= this.limit) this.#entries.clear();
    this.#entries.set(text, value);
  }
}
