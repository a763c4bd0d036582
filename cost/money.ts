import type { Range } from './range';

/** Cents, rounded so that the range that is shown holds the one that was computed. A hair of floating point is no cent. */
const hair = 1e-9;

export const lowDollars = ({ low }: Range): string => (Math.floor(low * 100 + hair) / 100).toFixed(2);
export const highDollars = ({ high }: Range): string => (Math.ceil(high * 100 - hair) / 100).toFixed(2);

/** Whole dollars, rounded the same way: `22–129`. */
export const wholeDollars = ({ low, high }: Range): string => {
  const [from, to] = [Math.floor(low + hair), Math.ceil(high - hair)];
  return from === to ? `${from}` : `${from}–${to}`;
};
