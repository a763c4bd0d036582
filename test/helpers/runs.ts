/**
 * How often a property is tried: a third of `full` in `npm test`, which somebody waits for, and all of it in `npm run test:full`, which CI
 * runs as well.
 */
export function runs(full: number): number {
  return process.env.ISHIZUE_FULL === undefined ? Math.ceil(full / 3) : full;
}
