import { HIDDEN, type KeySlots, NoValue, type SlotValue } from '../request/slot-value';
import { and, not, or, type Truth } from '../truth';
import { NullCondition } from './null';
import type { ConditionOperator, ValueTest } from './operator';

/** One key of one operator of a `Condition` element, as read from the document. */
export interface Condition {
  /** Undefined for `Null`. */
  readonly operator: ConditionOperator | undefined;
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  /** Lower case. */
  readonly key: string;
  readonly texts: readonly string[];
  readonly variables: boolean;
}

/** Why a condition could not be decided. */
export type LackReason =
  /** The caller says that it does not know the key. */
  | 'not-provided'
  /** The key has several values and the operator no `ForAllValues` or `ForAnyValue`: AWS does not say what holds. */
  | 'several-values-without-set-operator'
  /** The value is not of the operator's type, such as a text for a number. */
  | 'not-of-the-type'
  /** A policy variable has no value: AWS says that the statement might become invalid. */
  | 'variable-without-value';

export interface Lack {
  readonly slot: number;
  readonly why: LackReason;
}

/** A condition bound to the slots of a chain. */
export interface BoundCondition {
  evaluate(values: readonly SlotValue[]): Truth;
  /** Why `evaluate` answered unknown, for these values. */
  lacks(values: readonly SlotValue[]): readonly Lack[];
}

export function bindCondition(condition: Condition, keys: KeySlots): BoundCondition {
  const slot = keys.slotOf(condition.key);
  if (condition.operator === undefined) return new NullCondition(slot, condition.texts[0] === 'true');
  return new ValueCondition(condition, condition.operator, slot, keys);
}

/**
 * Tests the values of one key.
 *
 * Values of the policy are alternatives (for a negated operator: none may fit). With `ForAllValues` every value of the
 * request has to pass, which holds for no value; with `ForAnyValue` one of them. An empty text is no value for both.
 * Without the key: `IfExists` and `ForAllValues` are true, `ForAnyValue` is false, else only negated operators are true.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
class ValueCondition implements BoundCondition {
  readonly #slot: number;
  readonly #test: ValueTest;
  readonly #negated: boolean;
  readonly #set: Condition['set'];
  readonly #whenAbsent: Truth;
  readonly #whenEmpty: Truth;

  constructor(condition: Condition, operator: ConditionOperator, slot: number, keys: KeySlots) {
    this.#slot = slot;
    this.#test = operator.bind(condition.texts, condition.variables && operator.variables, keys);
    this.#negated = operator.negated;
    this.#set = condition.set;
    this.#whenEmpty = condition.set === 'ForAllValues';
    const absent = condition.set === undefined ? operator.negated : condition.set === 'ForAllValues';
    this.#whenAbsent = absent || condition.ifExists;
  }

  evaluate(values: readonly SlotValue[]): Truth {
    const value = values[this.#slot];
    if (typeof value === 'string') {
      return value === '' && this.#set !== undefined ? this.#whenEmpty : this.#passes(value, values);
    }
    if (value === undefined) return this.#whenAbsent;
    if (value instanceof NoValue) return value === HIDDEN ? undefined : this.#whenAbsent;
    return this.#evaluateSeveral(value, values);
  }

  #passes(value: string, values: readonly SlotValue[]): Truth {
    const match = this.#test.test(value, values);
    if (match === null) return this.#negated ? undefined : false;
    return this.#negated ? not(match) : match;
  }

  #evaluateSeveral(several: readonly string[], values: readonly SlotValue[]): Truth {
    if (several.length === 1 && several[0] === '' && this.#set !== undefined) return this.#whenEmpty;
    let all: Truth = true;
    let any: Truth = false;
    for (const value of several) {
      const passes = this.#passes(value, values);
      all = and(all, passes);
      any = or(any, passes);
    }
    if (this.#set !== undefined) return this.#set === 'ForAllValues' ? all : any;
    if (several.length === 1) return any;
    // Without a set operator AWS does not say how many have to pass; where none does, it does not matter.
    return any === false ? false : undefined;
  }

  lacks(values: readonly SlotValue[]): readonly Lack[] {
    const value = values[this.#slot];
    if (value === HIDDEN) return [{ slot: this.#slot, why: 'not-provided' }];
    const variables = lacksOfVariables(this.#test.slots, values);
    if (variables.length > 0) return variables;
    const several = this.#set === undefined && Array.isArray(value) && value.length > 1;
    return [{ slot: this.#slot, why: several ? 'several-values-without-set-operator' : 'not-of-the-type' }];
  }
}

/** The policy variables that kept a pattern from being decided. */
export function lacksOfVariables(slots: readonly number[], values: readonly SlotValue[]): readonly Lack[] {
  return slots.flatMap((slot): Lack[] => {
    const variable = values[slot];
    if (variable === HIDDEN) return [{ slot, why: 'not-provided' }];
    return typeof variable === 'string' ? [] : [{ slot, why: 'variable-without-value' }];
  });
}
