import type { ChainInput, NamedDocument } from '../evaluator/chain-input';
import { textMatches } from './text-matches';

/** Which condition keys a chain of policies looks at. */
export interface LookedAtKeys {
  /** In any statement, as they are written. */
  readonly anywhere: readonly string[];
  /** In statements that speak of the action. */
  readonly forAction: readonly string[];
}

/** Reads the keys out of the conditions and policy variables of every document. Case does not matter; each key is told once. */
export function lookedAtKeys(input: ChainInput, action: string): LookedAtKeys {
  const statements = documentsIn(input).flatMap(statementsOf);
  return {
    anywhere: distinct(statements.flatMap(keysOf)),
    forAction: distinct(statements.filter((statement) => speaksOf(statement, action)).flatMap(keysOf)),
  };
}

function documentsIn({
  organization,
  identityPolicies = [],
  sessionPolicies = [],
  ...rest
}: ChainInput): readonly NamedDocument[] {
  const { permissionsBoundary, resourcePolicy } = rest;
  return [
    ...(organization?.principalLevels ?? []).flatMap(({ serviceControlPolicies = [] }) => serviceControlPolicies),
    ...(organization?.resourceLevels ?? []).flatMap(({ resourceControlPolicies = [] }) => resourceControlPolicies),
    ...identityPolicies,
    ...sessionPolicies,
    ...(permissionsBoundary ? [permissionsBoundary] : []),
    ...(resourcePolicy ? [resourcePolicy] : []),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

function statementsOf({ document }: NamedDocument): readonly Fields[] {
  return [fieldsOf(document).Statement ?? []].flat().map(fieldsOf);
}

function keysOf(statement: Fields): readonly string[] {
  const conditions = Object.values(fieldsOf(statement.Condition)).flatMap((keys) => Object.keys(fieldsOf(keys)));
  const variables = [...JSON.stringify(statement).matchAll(/\$\{([^},:]+:[^},]+)/g)].map(([, key]) => key as string);
  return [...conditions, ...variables];
}

function speaksOf({ Action, NotAction }: Fields, action: string): boolean {
  const covers = (patterns: unknown) =>
    [patterns].flat().some((one) => typeof one === 'string' && textMatches(one.toLowerCase(), action.toLowerCase()));
  return NotAction === undefined ? covers(Action) : !covers(NotAction);
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()].sort();
}
