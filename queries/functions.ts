/**
 * Functions that queries may call. Each exists in Athena under this name, and means the same in the engine of the tests, by itself or
 * through a macro there.
 *
 * `regexp_extract` answers nothing in Athena and an empty text in DuckDB where the pattern is not found: wrap it in `nullif(…, '')`.
 *
 * https://docs.aws.amazon.com/athena/latest/ug/functions-env3.html
 * https://trino.io/docs/current/functions.html
 */
export const sharedFunctions: readonly string[] = [
  'coalesce',
  'count',
  'date_format',
  'json_extract_scalar',
  'max',
  'min',
  'nullif',
  'regexp_extract',
  'starts_with',
  'sum',
];
