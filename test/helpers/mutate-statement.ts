import type { Statement, StringOrList } from '../../policies/policy';

/** A policy's statements with one of them weakened or changed, and what was done to it. */
export interface Mutant {
  readonly what: string;
  readonly statements: readonly Statement[];
}

/** Every way to take one thing away from one statement, or to make one thing in it wider. */
export function mutantsOf(statements: readonly Statement[]): readonly Mutant[] {
  return statements.flatMap((statement, index) => {
    const without = statements.filter((_, other) => other !== index);
    const changed = [...droppedEntries(statement), ...widenedEntries(statement), ...changedConditions(statement)];
    return [
      { what: `${statement.Sid}: without the statement`, statements: without },
      ...changed.map(({ what, mutated }) => ({
        what: `${statement.Sid}: ${what}`,
        statements: statements.with(index, mutated),
      })),
    ];
  });
}

interface Change {
  readonly what: string;
  readonly mutated: Statement;
}

const elements = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;

function droppedEntries(statement: Statement): readonly Change[] {
  return elements.flatMap((element) => {
    const entries = list(statement[element]);
    if (entries.length < 2) return [];
    return entries.map((entry) => ({
      what: `${element} without ${entry}`,
      mutated: { ...statement, [element]: entries.filter((other) => other !== entry) },
    }));
  });
}

/** Wider resources; wider exceptions among the actions. */
function widenedEntries(statement: Statement): readonly Change[] {
  const wider = { Resource: () => '*', NotResource: () => '*', NotAction: wholeService };
  return Object.entries(wider).flatMap(([element, widen]) => {
    const entries = list(statement[element as keyof typeof wider]);
    return entries
      .filter((entry) => widen(entry) !== entry)
      .map((entry) => ({
        what: `${element} with ${widen(entry)} for ${entry}`,
        mutated: { ...statement, [element]: entries.map((other) => (other === entry ? widen(entry) : other)) },
      }));
  });
}

function wholeService(action: string): string {
  return `${action.split(':')[0]}:*`;
}

function changedConditions(statement: Statement): readonly Change[] {
  const condition = statement.Condition ?? {};
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, value]) => {
      const values = list(value);
      const withValues = (changed: StringOrList): Statement => ({
        ...statement,
        Condition: { ...condition, [operator]: { ...keys, [key]: changed } },
      });
      return [
        { what: `without ${operator} ${key}`, mutated: withoutKey(statement, operator, key) },
        ...(values.length < 2 ? [] : values).map((one) => ({
          what: `${operator} ${key} without ${one}`,
          mutated: withValues(values.filter((other) => other !== one)),
        })),
        ...(operator.includes('Like') ? values : []).map((one) => ({
          what: `${operator} ${key} with * for ${one}`,
          mutated: withValues(values.map((other) => (other === one ? '*' : other))),
        })),
      ];
    }),
  );
}

function withoutKey(statement: Statement, operator: string, key: string): Statement {
  const { [key]: _dropped, ...keys } = statement.Condition?.[operator] ?? {};
  const { [operator]: _emptied, ...others } = statement.Condition ?? {};
  return { ...statement, Condition: Object.keys(keys).length > 0 ? { ...others, [operator]: keys } : others };
}

function list(value: StringOrList | undefined): readonly string[] {
  return [value ?? []].flat();
}
