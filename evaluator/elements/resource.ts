import { type Lack, lacksOfVariables } from '../conditions/condition';
import { bindPattern } from '../matching/bind-pattern';
import { Glob } from '../matching/glob';
import { either, type Match, type Pattern } from '../matching/pattern';
import { readResource } from '../matching/resource-pattern';
import type { Token } from '../matching/token';
import type { PolicyGrammar } from '../policy-kind';
import type { Problems } from '../problem';
import type { KeySlots, SlotValue } from '../request/slot-value';
import { not, type Truth } from '../truth';
import { readTexts } from './json';

/** `Resource` or `NotResource` of a statement, as read from the document. */
export interface Resources {
  readonly patterns: readonly (readonly Token[])[];
  readonly negated: boolean;
}

/**
 * `Resource` or `NotResource`, ready to judge. Where the only pattern that could match uses a variable without value,
 * AWS says the whole statement may become invalid: `NotResource` is then unknown, `Resource` does not match.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export class BoundResources {
  readonly patterns: readonly Pattern[];
  readonly #negated: boolean;

  constructor(resources: Resources, keys: KeySlots) {
    this.patterns = resources.patterns.map((tokens) => bindPattern(tokens, keys));
    this.#negated = resources.negated;
  }

  /** True when the statement speaks of every resource. */
  get coverEverything(): boolean {
    return !this.#negated && this.patterns.some((pattern) => pattern instanceof Glob && pattern.matchesEverything);
  }

  /** Policy variables stand in them. */
  get dependOnRequest(): boolean {
    return this.patterns.some(({ slots }) => slots.length > 0);
  }

  /** Why `cover` answered unknown, for these values. */
  lacks(values: readonly SlotValue[]): readonly Lack[] {
    return lacksOfVariables(
      this.patterns.flatMap(({ slots }) => slots),
      values,
    );
  }

  cover(resource: string, values: readonly SlotValue[]): Truth {
    let match: Match = false;
    for (let index = 0; index < this.patterns.length; index += 1) {
      const one = (this.patterns[index] as Pattern).match(resource, 0, resource.length, values);
      if (one === true) {
        match = true;
        break;
      }
      match = either(match, one);
    }
    if (match === null) return this.#negated ? undefined : false;
    return this.#negated ? not(match) : match;
  }
}

export function readResources(
  statement: Readonly<Record<string, unknown>>,
  grammar: PolicyGrammar,
  variables: boolean,
  path: string,
  problems: Problems,
): Resources | undefined {
  const names = ['Resource', 'NotResource'].filter((name) => Object.hasOwn(statement, name));
  const [name] = names;
  if (grammar.resource === 'forbidden') {
    if (name !== undefined) {
      const message = 'The resource is the one the policy is attached to.';
      problems.add(`${path}.${name}`, statement[name], message, `Remove ${name}.`);
    }
    return undefined;
  }
  if (names.length > 1 || (name === undefined && grammar.resource === 'required')) {
    const message = 'A statement has either Resource or NotResource.';
    problems.add(path, names, message, 'Write exactly one of them.', 'Resource, NotResource');
  }
  if (name === undefined) return undefined;
  const patterns = readTexts(statement[name], `${path}.${name}`, problems).map(({ text, path: place }) => {
    const read = readResource(text, variables);
    for (const { message, remedy } of read.problems) problems.add(place, text, message, remedy);
    return read.tokens;
  });
  return { patterns, negated: name === 'NotResource' };
}
