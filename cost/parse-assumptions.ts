import { type Assumed, type AssumptionName, assume, assumptionNames } from './assumptions';
import type { Range } from './range';

/** The assumptions with those given as `name=value` or `name=low-high` replaced, and every mistake in them. */
export interface ParsedAssumptions {
  readonly assumed: Assumed;
  readonly mistakes: readonly string[];
}

export function parseAssumptions(given: readonly string[]): ParsedAssumptions {
  const replaced: Partial<Record<AssumptionName, Range>> = {};
  const mistakes: string[] = [];
  for (const text of given) {
    const [, key = text, value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    const name = assumptionNames.find((known) => known === key);
    const range = rangeIn(value);
    if (name === undefined) {
      mistakes.push(`--assume ${text}: "${key}" is no assumption. Use one of ${assumptionNames.join(', ')}`);
    } else if (range === undefined) {
      mistakes.push(
        `--assume ${text}: "${value}" is no quantity. Write ${name}=1000, or ${name}=500-1000 with the low bound first`,
      );
    } else if (name in replaced) {
      mistakes.push(`--assume ${text}: ${name} is given twice. Remove one of the two`);
    } else {
      replaced[name] = range;
    }
  }
  return { assumed: assume(replaced), mistakes };
}

function rangeIn(text: string): Range | undefined {
  const [, first, second = first] = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  const [low, high] = [Number(first), Number(second)];
  return low <= high && Number.isFinite(high) ? { low, high } : undefined;
}
