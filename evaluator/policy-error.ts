import type { PolicyKind } from './policy-kind';
import { listProblems, type Problem } from './problem';

/** A policy document that AWS would not accept. Carries every problem found, each with its place in the document. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    readonly policyName: string,
    readonly kind: PolicyKind,
    readonly problems: readonly Problem[],
  ) {
    super(`${kind} ${JSON.stringify(policyName)} cannot be judged:\n${listProblems(problems)}`);
  }
}

/** A chain put together wrongly, such as a resource-based policy among the service control policies. */
export class ChainError extends Error {
  override readonly name = 'ChainError';

  constructor(readonly problems: readonly Problem[]) {
    super(`the policy chain cannot be judged:\n${listProblems(problems)}`);
  }
}

/** A request that names no action, resource or principal in a form AWS uses. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(readonly problems: readonly Problem[]) {
    super(`the request cannot be judged:\n${listProblems(problems)}`);
  }
}
