import type { StatementJson } from '../documents';
import type { Scenario } from './scenario';

type Statements = readonly StatementJson[];

/** One key of one operator of a condition. */
export interface ConditionPart {
  readonly operator: string;
  readonly key: string;
  readonly values: unknown;
}

export function conditionPartsOf({ Condition = {} }: StatementJson): readonly ConditionPart[] {
  return Object.entries(Condition as Readonly<Record<string, Readonly<Record<string, unknown>>>>).flatMap(
    ([operator, keys]) => Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

/** Every statement of a scenario, changed. */
export function changeStatements(scenario: Scenario, change: (statement: StatementJson) => StatementJson): Scenario {
  const all = (statements: Statements | undefined) => statements?.map(change);
  const levels = (some: Scenario['scps']) => some?.map((level) => level.map((statements) => statements.map(change)));
  return {
    ...scenario,
    identity: scenario.identity.map((statements) => statements.map(change)),
    boundary: all(scenario.boundary),
    session: all(scenario.session),
    scps: levels(scenario.scps),
    rcps: levels(scenario.rcps),
    resourcePolicy: all(scenario.resourcePolicy),
    endpoint: all(scenario.endpoint),
  };
}

export function statementsOf(scenario: Scenario): Statements {
  const found: StatementJson[] = [];
  changeStatements(scenario, (statement) => {
    found.push(statement);
    return statement;
  });
  return found;
}

export function hasCondition(scenario: Scenario, test: (part: ConditionPart) => boolean): boolean {
  return statementsOf(scenario).some((statement) => conditionPartsOf(statement).some(test));
}

/** A condition in the place of another; `holds` and `fails` say what it comes to. */
export type Changed = ConditionPart | 'holds' | 'fails';

const fails: ConditionPart = { operator: 'StringEquals', key: 'aws:PrincipalIsAWSService', values: 'neither' };

export function changeConditions(scenario: Scenario, change: (part: ConditionPart) => Changed): Scenario {
  return changeStatements(scenario, (statement) => {
    const parts = conditionPartsOf(statement)
      .map(change)
      .filter((part) => part !== 'holds')
      .map((part) => (part === 'fails' ? fails : part));
    const { Condition: _all, ...rest } = statement;
    const Condition: Record<string, Record<string, unknown>> = {};
    for (const { operator, key, values } of parts) Condition[operator] = { ...Condition[operator], [key]: values };
    return parts.length === 0 ? rest : { ...rest, Condition };
  });
}
