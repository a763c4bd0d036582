/**
 * Judges whether the service control policies of an account let a request through. It knows little and says so: what it cannot
 * decide is `unknown`, never `allowed`.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */

import { conditionTruth, everyTruth, matchesAny, not, type Truth } from './condition-truth';

/** A request as a policy sees it. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys whose values are known, in lower case. A key that is not here is one nobody knows. */
  readonly context: Readonly<Record<string, string>>;
}

/** A policy attached to the root, a unit or the account. */
export interface AttachedPolicy {
  readonly name: string;
  /** JSON, as AWS stores it. */
  readonly content: string;
}

/** The policies of the root, of each unit on the way down, and of the account: one list for each. */
export type PolicyChain = readonly (readonly AttachedPolicy[])[];

export interface Judgement {
  readonly decision: 'allowed' | 'denied' | 'unknown';
  /** What decided: the policy, and the statement where it has an id; or the policies of the level that allows too little. */
  readonly because?: string;
  /** `nothing-allows` when no statement denies, but a level has none that allows. */
  readonly how?: 'statement' | 'nothing-allows';
}

/** JSON allows one value without a list, and numbers and truth values without quotes. */
type Values = string | boolean | number | readonly (string | boolean | number)[];

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** A denial anywhere denies; and every level must allow. */
export function judgeRequest(chain: PolicyChain, request: Request): Judgement {
  let doubt: Judgement | undefined;
  for (const level of chain) {
    let allowed: Truth = false;
    for (const policy of level) {
      for (const statement of statementsOf(policy)) {
        const applies = appliesTo(statement, request);
        const because = statement.Sid ? `${policy.name} (${statement.Sid})` : policy.name;
        if (statement.Effect === 'Allow') {
          if (allowed !== true && applies !== false) allowed = applies;
        } else {
          if (applies === true) return { decision: 'denied', because, how: 'statement' };
          if (applies === undefined) doubt ??= { decision: 'unknown', because, how: 'statement' };
        }
      }
    }
    const because = level.map(({ name }) => name).join(', ');
    if (allowed === false) return { decision: 'denied', because, how: 'nothing-allows' };
    if (allowed === undefined) doubt ??= { decision: 'unknown', because, how: 'nothing-allows' };
  }
  return doubt ?? { decision: 'allowed' };
}

function statementsOf({ content }: AttachedPolicy): readonly Statement[] {
  const { Statement = [] } = JSON.parse(content) as { Statement?: Statement | readonly Statement[] };
  return Array.isArray(Statement) ? Statement : [Statement as Statement];
}

function appliesTo(statement: Statement, { action, resource, context }: Request): Truth {
  return everyTruth([
    listed(statement.Action, statement.NotAction, action.toLowerCase(), (pattern) => pattern.toLowerCase()),
    listed(statement.Resource, statement.NotResource, resource, (pattern) => pattern),
    ...Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => conditionTruth(operator, key, asList(values), context)),
    ),
  ]);
}

/** Policy variables such as `${aws:PrincipalAccount}` are not filled in: a pattern with one is not known to match. */
function listed(
  only: Values | undefined,
  except: Values | undefined,
  value: string,
  fold: (pattern: string) => string,
): Truth {
  if (only !== undefined) return matchesAny(asList(only).map(fold), value);
  if (except !== undefined) return not(matchesAny(asList(except).map(fold), value));
  return true;
}

function asList(values: Values): readonly string[] {
  return (Array.isArray(values) ? values : [values]).map(String);
}
