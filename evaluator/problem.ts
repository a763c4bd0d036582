/** One mistake in what the caller gave: where it is, what is there, what is allowed there and what to do. */
export interface Problem {
  /** Place in the document, such as `Statement[2].Condition.StringEqual`; empty for the document itself. */
  readonly path: string;
  /** The value found there, as JSON, shortened to 120 characters. */
  readonly got: string;
  readonly message: string;
  /** What AWS accepts there, when it can be said in a line. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly remedy: string;
}

const LONGEST_GOT = 120;

/** The value as a person would write it; never throws, whatever the value is. */
export function show(value: unknown): string {
  let text: string;
  try {
    text = typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value));
  } catch {
    text = `a ${typeof value} that JSON cannot express`;
  }
  return text.length > LONGEST_GOT ? `${text.slice(0, LONGEST_GOT - 1)}…` : text;
}

/** Collects every problem of one document, so that all are reported at once. */
export class Problems {
  readonly found: Problem[] = [];

  add(path: string, got: unknown, message: string, remedy: string, allowed?: string): void {
    const problem = { path, got: show(got), message, remedy };
    this.found.push(allowed === undefined ? problem : { ...problem, allowed });
  }
}

/** One line per problem, for an error's message. */
export function listProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ path, got, message, allowed, remedy }) => {
      const place = path === '' ? 'the document' : path;
      const choice = allowed === undefined ? '' : ` Allowed: ${allowed}.`;
      return `  ${place}: ${message} Got ${got}.${choice} ${remedy}`;
    })
    .join('\n');
}
