/** The code of an error of the operating system, such as `ENOENT`; undefined for any other error, which is a bug of ours. */
export function systemErrorCode(error: unknown): string | undefined {
  const coded = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return coded ? (error.code as string) : undefined;
}
