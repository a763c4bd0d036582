import type { Match } from '../matching/pattern';
import type { KeySlots, SlotValue } from '../request/slot-value';

/** The values a policy lists for one context key, ready to be compared with a value of a request. */
export interface ValueTest {
  /** Slots of the context keys that policy variables of the values name. */
  readonly slots: readonly number[];
  /**
   * Whether the request's value fits one of the policy's values; unknown where the request's value is not of the
   * operator's type, because AWS does not say what happens then.
   */
  test(value: string, values: readonly SlotValue[]): Match;
}

/**
 * A condition operator without prefix (`ForAllValues:`) and suffix (`IfExists`).
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface ConditionOperator {
  /** As a policy writes it. Case-sensitive. */
  readonly name: string;
  /** True when the value does not fit. A negated operator is also true when the key is absent. */
  readonly negated: boolean;
  /** Policy variables may stand in its values. */
  readonly variables: boolean;
  /** It takes exactly one value. */
  readonly single: boolean;
  /** What its values look like, for a problem's message. */
  readonly allowed: string;
  /** Whether a value without variables is one. */
  accepts(text: string): boolean;
  bind(texts: readonly string[], variables: boolean, keys: KeySlots): ValueTest;
}
