import type { AwsState } from '../sound-organization';

/** A call as the server understands it. */
export interface Call {
  /** As IAM names it: `organizations:ListRoots`. */
  readonly action: string;
  readonly region: string;
  readonly account: string;
  readonly input: Readonly<Record<string, string>> & { readonly trailNameList?: readonly string[] };
}

/** An error as AWS answers it. */
export class AwsError extends Error {
  constructor(
    override readonly name: string,
    message = 'as planned',
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Two items a page: the second page is asked for, or the test fails. */
function page<Item>(items: readonly Item[], token = '0', size = 2) {
  const start = Number(token);
  const next = start + size < items.length ? String(start + size) : undefined;
  return { items: items.slice(start, start + size), next };
}

/** What there is, or the error AWS has for it. */
export const found = <Value>(value: Value | undefined, error: string): Value => {
  if (value === undefined) throw new AwsError(error);
  return value;
};

/** One page of a list, as most APIs call it. */
export function pages(name: string, items: readonly unknown[], { NextToken }: Call['input']) {
  const { items: some, next } = page(items, NextToken);
  return { [name]: some, NextToken: next };
}

/** What AWS answers to calls, as JSON. */
export type Answers = Readonly<Record<string, (aws: AwsState, call: Call) => unknown>>;
