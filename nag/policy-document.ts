import { isIntrinsic, isObject, known, listAt, membersOf, objectAt, textOf, UnknownValue } from './template-value';

/** A statement of a policy in a template. Its members may hold references. */
export type TemplateStatement = Readonly<Record<string, unknown>>;

/** The statements of a policy document that is given as JSON, or as JSON text. Throws `UnknownValue`. */
export function statementsOf(properties: Readonly<Record<string, unknown>>, property: string): TemplateStatement[] {
  const value = known(properties, property);
  if (value === undefined) return [];
  const document = typeof value === 'string' ? parse(property, value) : value;
  if (!isObject(document)) throw new UnknownValue(property, value);
  return listAt(document, 'Statement').map((statement, index) => {
    if (!isObject(statement) || isIntrinsic(statement)) {
      throw new UnknownValue(`${property}.Statement.${index}`, statement);
    }
    return statement;
  });
}

function parse(property: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnknownValue(property, text);
  }
}

/** How a finding names a statement: its Sid, or its place counted from 1. */
export function nameOfStatement(statement: TemplateStatement, index: number): string {
  return typeof statement.Sid === 'string' && statement.Sid !== '' ? statement.Sid : `Statement.${index + 1}`;
}

/** Whether everybody is a principal of the statement. Throws `UnknownValue` for a principal that could turn out to be `*`. */
export function allowsEverybody(statement: TemplateStatement): boolean {
  if (statement.Effect !== 'Allow') return false;
  if ('NotPrincipal' in statement) return true;
  const principal = known(statement, 'Principal');
  if (principal === '*') return true;
  if (!isObject(principal)) return false;
  return Object.keys(principal).some((kind) =>
    membersOf(principal, kind).some((member) => {
      if (isIntrinsic(member) && 'Ref' in member && !String(member.Ref).startsWith('AWS::')) {
        throw new UnknownValue(`Principal.${kind}`, member);
      }
      return member === '*';
    }),
  );
}

/** The services that may use the statement, such as `cloudtrail.amazonaws.com`. */
export function servicesOf(statement: TemplateStatement): string[] {
  const principal = known(statement, 'Principal');
  return isObject(principal) ? membersOf(principal, 'Service').map(textOf) : [];
}

const narrowingOperators = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/;

/**
 * Whether a condition limits the statement to callers that it names by one of the keys. Negated operators, `…IfExists`, `ForAllValues:`
 * and the value `*` limit nothing: they also hold for strangers.
 */
export function isLimitedBy(statement: TemplateStatement, keys: readonly string[]): boolean {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const condition = objectAt(statement, 'Condition');
  return Object.keys(condition).some((operator) => {
    if (!narrowingOperators.test(operator)) return false;
    const tests = objectAt(condition, operator);
    return Object.keys(tests).some((key) => {
      const values = membersOf(tests, key);
      return wanted.has(key.toLowerCase()) && values.length > 0 && !values.includes('*');
    });
  });
}

const ownerKeys = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'kms:CallerAccount',
];

/** Names of the statements that allow everybody without a condition on who it is. Throws `UnknownValue`. */
export function openStatements(statements: readonly TemplateStatement[]): string[] {
  return statements.flatMap((statement, index) =>
    allowsEverybody(statement) && !isLimitedBy(statement, ownerKeys) ? [nameOfStatement(statement, index)] : [],
  );
}
