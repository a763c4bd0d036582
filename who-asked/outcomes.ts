import type { AuditOutcome } from '../functions/converse/audit-record';

/** What may become of a question. */
export const outcomes = [
  'answered',
  'blocked_input',
  'blocked_output',
  'rate_limited',
  'error',
] as const satisfies readonly AuditOutcome[];
