import { orderedOperators } from './ordered';

const YEAR = /^\d{4}$/;
const EPOCH_SECONDS = /^\d+(\.\d+)?$/;
const W3C_DATE = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * `DateEquals` and its five siblings: a W3C date (`2026`, `2026-11`, `2026-11-24`, `2026-11-24T09:00Z`,
 * `2026-11-24T09:00:00.5+09:00`) or seconds since 1970. Four digits are a year.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const dateOperators = orderedOperators(
  'Date',
  'a date such as 2026-11-24T09:00:00Z, or seconds since 1970',
  milliseconds,
);

function milliseconds(text: string): number | undefined {
  if (!YEAR.test(text) && EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  if (!YEAR.test(text) && !W3C_DATE.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
