import { Glob } from '../matching/glob';
import { tokenize } from '../matching/tokenize';
import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';
import { readTexts } from './json';

const ACTION = /^[a-z0-9-]+:[a-z0-9_.*?-]+$/i;

/**
 * `Action` or `NotAction` of a statement. Case-insensitive; `*` and `?` may stand anywhere in the action's name, not in
 * the service prefix.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export class Actions {
  readonly #patterns: readonly Glob[];

  constructor(
    texts: readonly string[],
    readonly negated: boolean,
  ) {
    this.#patterns = texts.map((text) => new Glob(tokenize(text.toLowerCase(), GLOB).tokens));
  }

  /** Whether the statement speaks of the action, given in lower case. */
  cover(action: string): boolean {
    return this.#patterns.some((pattern) => pattern.matches(action)) !== this.negated;
  }
}

const GLOB = { wildcards: true, variables: false };

export function readActions(
  statement: Readonly<Record<string, unknown>>,
  grammar: PolicyGrammar,
  path: string,
  problems: Problems,
): Actions | undefined {
  const names = ['Action', 'NotAction'].filter((name) => Object.hasOwn(statement, name));
  const [name] = names;
  if (name === undefined || names.length > 1) {
    const message = 'A statement has either Action or NotAction.';
    problems.add(
      path,
      names,
      message,
      'Write exactly one of them.',
      grammar.notAction ? 'Action, NotAction' : 'Action',
    );
    return undefined;
  }
  if (name === 'NotAction' && !grammar.notAction) {
    const message = 'This kind of policy has no NotAction.';
    problems.add(`${path}.NotAction`, statement[name], message, 'Name the actions in Action.', 'Action');
  }
  const texts = readTexts(statement[name], `${path}.${name}`, problems);
  for (const { text, path: place } of texts) checkAction(text, grammar, place, problems);
  return new Actions(
    texts.map(({ text }) => text),
    name === 'NotAction',
  );
}

function checkAction(text: string, grammar: PolicyGrammar, path: string, problems: Problems): void {
  const everything = text === '*' || text === '*:*';
  if (everything && grammar.everyAction) return;
  if (everything || !ACTION.test(text)) {
    const message = everything ? 'This kind of policy does not take every action.' : 'Not the name of an action.';
    const prefix = grammar.service ?? 'service';
    const allowed = everything ? `${prefix}:Action` : `${prefix}:Action, with * and ? in the action's name`;
    problems.add(path, text, message, 'Write the service prefix, a colon and the action.', allowed);
    return;
  }
  if (grammar.service !== undefined && !text.toLowerCase().startsWith(`${grammar.service}:`)) {
    const message = `A policy of this kind speaks of ${grammar.service} only.`;
    problems.add(path, text, message, 'Remove the action.', `${grammar.service}:…`);
  }
}
