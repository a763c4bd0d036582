import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';

export type StatementEffect = 'Allow' | 'Deny';

/**
 * Reads `Effect`. Case-sensitive.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html
 */
export function readEffect(
  value: unknown,
  grammar: PolicyGrammar,
  path: string,
  problems: Problems,
): StatementEffect | undefined {
  if (value === 'Deny') return value;
  if (value === 'Allow' && grammar.allow) return value;
  const allowed = grammar.allow ? 'Allow, Deny' : 'Deny';
  const message =
    value === 'Allow' ? 'Only the AWS managed policy RCPFullAWSAccess may allow.' : 'Not an effect of a statement.';
  problems.add(path, value, message, 'Say what the statement does.', allowed);
  return undefined;
}
