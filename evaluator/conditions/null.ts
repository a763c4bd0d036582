import { HIDDEN, NoValue, type SlotValue } from '../request/slot-value';
import type { Truth } from '../truth';
import type { BoundCondition, Lack } from './condition';

/**
 * `Null`: `true` asks that the key is absent, `false` that it is present. An empty list of values is absent.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
export class NullCondition implements BoundCondition {
  constructor(
    readonly slot: number,
    readonly absent: boolean,
  ) {}

  evaluate(values: readonly SlotValue[]): Truth {
    const value = values[this.slot];
    if (value === HIDDEN) return undefined;
    return (value === undefined || value instanceof NoValue) === this.absent;
  }

  lacks(): readonly Lack[] {
    return [{ slot: this.slot, why: 'not-provided' }];
  }
}
