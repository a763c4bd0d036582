import type { Condition } from './conditions/condition';
import { readConditions } from './conditions/read-condition';
import { type Actions, readActions } from './elements/action';
import { readEffect } from './elements/effect';
import { asObject } from './elements/json';
import type { Principals } from './elements/principal';
import { readPrincipals } from './elements/read-principal';
import { type Resources, readResources } from './elements/resource';
import { readSid } from './elements/sid';
import { readVersion } from './elements/version';
import { POLICY_GRAMMARS, type PolicyGrammar, type PolicyKind } from './policy-kind';
import { type Problem, Problems } from './problem';

/** A statement as read from its document. */
export interface Statement {
  readonly sid: string | undefined;
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly denies: boolean;
  readonly actions: Actions;
  /** Undefined where the kind of policy names none: the resource the policy is attached to. */
  readonly resources: Resources | undefined;
  /** Undefined where the kind of policy names none, or everyone. */
  readonly principals: Principals | undefined;
  readonly conditions: readonly Condition[];
}

export interface ReadPolicy {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * Reads a whole policy document of a kind. Never throws; collects every problem with its place.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(document: unknown, kind: PolicyKind): ReadPolicy {
  const problems = new Problems();
  const grammar = POLICY_GRAMMARS[kind];
  const policy = asObject(document);
  if (policy === undefined) {
    problems.add('', document, 'Not a policy document.', 'Give the parsed JSON object.', 'an object');
    return { statements: [], problems: problems.found };
  }
  const elements = grammar.id ? POLICY_ELEMENTS : POLICY_ELEMENTS.filter((name) => name !== 'Id');
  refuseOthers(policy, elements, '', problems);
  if (grammar.id && policy.Id !== undefined && typeof policy.Id !== 'string') {
    problems.add('Id', policy.Id, 'Not a text.', 'Write a text, or leave Id out.');
  }
  const { variables } = readVersion(policy.Version, grammar, problems);
  const list: readonly unknown[] = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  if (list.length === 0) problems.add('Statement', list, 'The policy has no statement.', 'Write at least one.');
  const seen = new Set<string>();
  const statements = list.flatMap((value, index) => {
    const path = Array.isArray(policy.Statement) ? `Statement[${index}]` : 'Statement';
    return readStatement(value, index, { grammar, variables, seen, path, problems }) ?? [];
  });
  return { statements, problems: problems.found };
}

interface Place {
  readonly grammar: PolicyGrammar;
  readonly variables: boolean;
  /** The Sids of the statements before. */
  readonly seen: Set<string>;
  readonly path: string;
  readonly problems: Problems;
}

function readStatement(value: unknown, index: number, place: Place): Statement | undefined {
  const { grammar, variables, seen, path, problems } = place;
  const statement = asObject(value);
  if (statement === undefined) {
    problems.add(path, value, 'Not a statement.', 'Write an object with Effect, Action and the rest.', 'an object');
    return undefined;
  }
  refuseOthers(statement, STATEMENT_ELEMENTS, path, problems);
  const sid = readSid(statement.Sid, grammar, seen, `${path}.Sid`, problems);
  const effect = readEffect(statement.Effect, grammar, `${path}.Effect`, problems);
  const principals = readPrincipals(statement, grammar, path, problems);
  const actions = readActions(statement, grammar, path, problems);
  const resources = readResources(statement, grammar, variables, path, problems);
  const conditions = readConditions(statement.Condition, variables, `${path}.Condition`, problems);
  if (actions === undefined || effect === undefined) return undefined;
  return { sid, index, denies: effect === 'Deny', actions, resources, principals, conditions };
}

function refuseOthers(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  problems: Problems,
): void {
  for (const name of Object.keys(object).filter((other) => !known.includes(other))) {
    const place = path === '' ? name : `${path}.${name}`;
    problems.add(place, object[name], 'Not an element of the policy language.', 'Remove it.', known.join(', '));
  }
}
