import type { Period } from './period';
import type { Validation } from './validate';

/** A validation on record. The schema changes its number when a reader would have to change. */
export interface ProofDocument extends Validation {
  readonly schema: 'ishizue-log-validation/1';
  /** The bucket or folder that was looked at. */
  readonly target: string;
  /** Digests that end after it, as ISO 8601 in UTC, or null: from the oldest. */
  readonly from: string | null;
  /** Digests that end until then, or null: to the newest. */
  readonly to: string | null;
  readonly validatedAt: string;
  /** What validated, such as `ishizue 0.1.0`. */
  readonly validatedBy: string;
}

export function proofDocument(
  validation: Validation,
  target: string,
  period: Period,
  validatedBy: string,
): ProofDocument {
  return {
    schema: 'ishizue-log-validation/1',
    target,
    from: period.from?.toISOString() ?? null,
    to: period.to?.toISOString() ?? null,
    validatedAt: period.now.toISOString(),
    validatedBy,
    ...validation,
  };
}
