import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';

/**
 * Reads `Sid`, an optional name that is unique within its policy. IAM accepts letters and digits only.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function readSid(
  value: unknown,
  grammar: PolicyGrammar,
  seen: Set<string>,
  path: string,
  problems: Problems,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    problems.add(path, value, 'Not a text.', 'Write a text, or leave Sid out.');
    return undefined;
  }
  if (grammar.alphanumericSid && !/^[A-Za-z0-9]*$/.test(value)) {
    problems.add(path, value, 'IAM takes no such Sid.', 'Use letters and digits only.', 'A-Z, a-z, 0-9');
  }
  if (value !== '' && seen.has(value)) {
    problems.add(path, value, 'Another statement has this Sid.', 'Give each statement its own Sid.');
  }
  seen.add(value);
  return value === '' ? undefined : value;
}
