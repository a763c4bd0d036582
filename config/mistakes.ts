/** One mistake in a configuration: where it is, what is wrong with the value, and what to do about it. */
export interface Mistake {
  /** Dotted path of the field, such as `accounts.workloads.0.id`. */
  readonly path: string;
  /** What is wrong, as a phrase that continues the path: `is not an account id`. */
  readonly what: string;
  /** The value that was found; undefined when the field is missing. */
  readonly got: unknown;
  /** Why it matters, what is allowed and what to do. */
  readonly advice: string;
}

/**
 * Thrown when a configuration cannot be used. Carries every mistake of the file, in the order of their paths.
 * It is the user's mistake, not ours: callers print `message` without a stack trace and end with exit code 64.
 */
export class ConfigurationError extends Error {
  constructor(
    readonly file: string,
    readonly mistakes: readonly Mistake[],
  ) {
    super(describe(file, mistakes));
    this.name = 'ConfigurationError';
  }
}

function describe(file: string, mistakes: readonly Mistake[]): string {
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  return [`${file}: ${count}; nothing was written.`, ...mistakes.map((mistake) => `  ${formatMistake(mistake)}`)].join(
    '\n',
  );
}

/** `path: what, got value; advice` on one line. */
export function formatMistake({ path, what, got, advice }: Mistake): string {
  const value = got === undefined ? '' : `, got ${JSON.stringify(got)}`;
  return `${path}: ${what}${value}; ${advice}`;
}
