import type { ConditionOperator } from './operator';

/** Reads a value as a number that can be compared, or undefined when it is none. */
export type ReadNumber = (text: string) => number | undefined;

const COMPARISONS: readonly [string, boolean, (value: number, limit: number) => boolean][] = [
  ['Equals', false, (value, limit) => value === limit],
  ['NotEquals', true, (value, limit) => value === limit],
  ['LessThan', false, (value, limit) => value < limit],
  ['LessThanEquals', false, (value, limit) => value <= limit],
  ['GreaterThan', false, (value, limit) => value > limit],
  ['GreaterThanEquals', false, (value, limit) => value >= limit],
];

/** The six operators that compare values with an order: `NumericLessThan`, `DateGreaterThanEquals` and so on. */
export function orderedOperators(family: string, allowed: string, read: ReadNumber): ConditionOperator[] {
  return COMPARISONS.map(([name, negated, compare]) => ({
    name: family + name,
    negated,
    variables: false,
    single: false,
    allowed,
    accepts: (text) => read(text) !== undefined,
    bind: (texts) => {
      const limits = texts.map((text) => read(text) ?? Number.NaN);
      return {
        slots: [],
        test: (text) => {
          const value = read(text);
          if (value === undefined) return undefined;
          return limits.some((limit) => compare(value, limit));
        },
      };
    },
  }));
}
