import { either, type Match, type Pattern } from '../matching/pattern';
import type { SlotValue } from '../request/slot-value';
import { FALSE, TRUE } from '../truth';
import type { ValueTest } from './operator';

/** A value fits when it matches one of the patterns. */
export class PatternTest implements ValueTest {
  readonly slots: readonly number[];

  constructor(readonly patterns: readonly Pattern[]) {
    this.slots = patterns.flatMap((pattern) => pattern.slots);
  }

  test(value: string, values: readonly SlotValue[]): Match {
    let match: Match = FALSE;
    for (let index = 0; index < this.patterns.length; index += 1) {
      const one = (this.patterns[index] as Pattern).match(value, 0, value.length, values);
      if (one === TRUE) return TRUE;
      match = either(match, one);
    }
    return match;
  }
}
