import type { PolicyKind } from './policy-kind';
import { listProblems, type Problem, show } from './problem';

/** What is wrong with one policy document. */
export interface PolicyFault {
  readonly policy: string;
  readonly kind: PolicyKind;
  readonly problems: readonly Problem[];
}

/** Policy documents that AWS would not accept. Carries every problem found, each with its place in its document. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(readonly faults: readonly PolicyFault[]) {
    super(
      faults
        .map(({ kind, policy, problems }) => `${kind} ${show(policy)} cannot be judged:\n${listProblems(problems)}`)
        .join('\n'),
    );
  }
}

/** A request that names no action, resource or principal in a form AWS uses. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(readonly problems: readonly Problem[]) {
    super(`the request cannot be judged:\n${listProblems(problems)}`);
  }
}
