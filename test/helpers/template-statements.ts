import type { Template } from 'aws-cdk-lib/assertions';

/** A statement of a policy in a template, as CloudFormation gets it. */
export interface TemplateStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Statements of the key or resource policies of one type whose logical id starts with a prefix. */
export function statementsOf(template: Template, type: string, logicalIdPrefix = ''): readonly TemplateStatement[] {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(logicalIdPrefix));
  if (found.length === 0) throw new Error(`no ${type} whose logical id starts with "${logicalIdPrefix}"`);
  return found.flatMap(([, { Properties }]) => (Properties.KeyPolicy ?? Properties.PolicyDocument).Statement);
}

/** The statement with a Sid. */
export function statementWithSid(statements: readonly TemplateStatement[], sid: string): TemplateStatement {
  const statement = statements.find(({ Sid }) => Sid === sid);
  if (!statement) throw new Error(`no statement ${sid} among ${statements.map(({ Sid }) => Sid).join(', ')}`);
  return statement;
}
