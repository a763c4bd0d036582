/** Something the caller has to put right: an option, a directory. Printed without a stack trace; ends with exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
