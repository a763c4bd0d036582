import { BoundedCache } from '../bounded-cache';
import { either, type Match, type Pattern } from '../matching/pattern';
import type { SlotValue } from '../request/slot-value';
import type { ValueTest } from './operator';

/** A value fits when it matches one of the patterns. Remembers values where no policy variable stands in a pattern. */
export class PatternTest implements ValueTest {
  readonly slots: readonly number[];
  readonly #known: BoundedCache<Match> | undefined;

  constructor(readonly patterns: readonly Pattern[]) {
    this.slots = patterns.flatMap((pattern) => pattern.slots);
    this.#known = this.slots.length === 0 ? new BoundedCache(1000) : undefined;
  }

  test(value: string, values: readonly SlotValue[]): Match {
    if (this.#known === undefined) return this.#match(value, values);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const match = this.#match(value, values);
    this.#known.set(value, match);
    return match;
  }

  #match(value: string, values: readonly SlotValue[]): Match {
    let match: Match = false;
    for (const pattern of this.patterns) {
      const one = pattern.match(value, 0, value.length, values);
      if (one === true) return true;
      match = either(match, one);
    }
    return match;
  }
}
