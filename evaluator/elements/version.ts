import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';

const CURRENT = '2012-10-17';
const FIRST = '2008-10-17';

/**
 * Reads `Version`; the result says whether `${…}` are policy variables, which only the current version has. A policy
 * without the element is of the first version.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function readVersion(value: unknown, grammar: PolicyGrammar, problems: Problems): { variables: boolean } {
  const allowed = grammar.currentVersion ? [CURRENT] : [CURRENT, FIRST];
  const missing = value === undefined && !grammar.currentVersion;
  if (!missing && !(typeof value === 'string' && allowed.includes(value))) {
    const message = 'Not a version of the policy language that this kind of policy may have.';
    problems.add('Version', value, message, `Write "Version": "${CURRENT}".`, allowed.join(', '));
  }
  return { variables: value === CURRENT };
}
