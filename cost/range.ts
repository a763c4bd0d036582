/** A quantity or an amount that is known only within bounds. `low` is never above `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export const exactly = (value: number): Range => ({ low: value, high: value });

export const nothing: Range = exactly(0);

export function sum(ranges: readonly Range[]): Range {
  return ranges.reduce((total, { low, high }) => ({ low: total.low + low, high: total.high + high }), nothing);
}

/** The product of what cannot be negative: the lowest is low times low. */
export function product(...ranges: readonly Range[]): Range {
  return ranges.reduce((total, { low, high }) => ({ low: total.low * low, high: total.high * high }), exactly(1));
}

/** How much of `whole` is left without `part`, which was summed into it: bound by bound. */
export function without(whole: Range, part: Range): Range {
  return { low: whole.low - part.low, high: whole.high - part.high };
}
