import { nameOf } from '../converse/audit-log';

/**
 * What a failed call of the model means for a second one: `not run` bills nothing, `refused` would fail again, `unknown` may have
 * been billed.
 */
export type FailedCall = 'not run' | 'refused' | 'unknown';

const notRun = new Set([
  'ModelNotReadyException',
  'ServiceQuotaExceededException',
  'ServiceUnavailableException',
  'ThrottlingException',
]);

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_Errors */
export function failedCallOf(error: unknown): FailedCall {
  if (notRun.has(nameOf(error))) return 'not run';
  return (error as { $fault?: unknown } | undefined)?.$fault === 'client' ? 'refused' : 'unknown';
}
