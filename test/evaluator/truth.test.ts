import { and, not, or, type Truth } from '../../evaluator/truth';

const values: readonly Truth[] = [false, undefined, true];
/** Kleene's tables, by the order false < unknown < true. */
const rank = (truth: Truth) => values.indexOf(truth);

describe('three-valued truth', () => {
  test.each(values.flatMap((left) => values.map((right) => [left, right] as const)))('%s and, or %s', (left, right) => {
    expect(rank(and(left, right))).toBe(Math.min(rank(left), rank(right)));
    expect(rank(or(left, right))).toBe(Math.max(rank(left), rank(right)));
  });

  test.each(values)('not %s', (value) => {
    expect(rank(not(value))).toBe(2 - rank(value));
  });
});
