import { type Chain, compileChain } from '../../evaluator/chain';
import type { ChainInput, NamedDocument, OrganizationInput } from '../../evaluator/chain-input';
import type { Decision } from '../../evaluator/judge';
import type { Request } from '../../evaluator/request/request';

export type StatementJson = Readonly<Record<string, unknown>>;

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const MANAGEMENT = '999999999999';
export const ORGANIZATION = 'o-exampleorgid';
export const USER = `arn:aws:iam::${ACCOUNT}:user/carlos`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/application`;
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/application/session`;
export const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
export const OBJECT = `${BUCKET}/report.csv`;

export function policy(name: string, ...statements: readonly StatementJson[]): NamedDocument {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

export function allow(Action: string | readonly string[] = '*', more: StatementJson = {}): StatementJson {
  return { Effect: 'Allow', Action, Resource: '*', ...more };
}

export function deny(Action: string | readonly string[] = '*', more: StatementJson = {}): StatementJson {
  return { Effect: 'Deny', Action, Resource: '*', ...more };
}

export const everything = policy('everything', allow());
export const nothing = policy('nothing', allow('nothing:AtAll'));
export const fullAccess = policy('FullAWSAccess', allow());

export function resourcePolicy(
  kind: NonNullable<ChainInput['resourcePolicy']>['kind'],
  ...statements: readonly StatementJson[]
): NonNullable<ChainInput['resourcePolicy']> {
  return { ...policy('of the resource', ...statements), kind };
}

/** An organization with one set of service control policies for each level. */
export function underScps(...levels: readonly (readonly NamedDocument[])[]): OrganizationInput {
  return {
    id: ORGANIZATION,
    managementAccountId: MANAGEMENT,
    principalLevels: levels.map((serviceControlPolicies, index) => ({
      name: `level ${index}`,
      serviceControlPolicies,
    })),
  };
}

/** A row of a decision table: what AWS documents, where, and what has to come out. */
export interface Row {
  readonly promise: string;
  readonly chain: ChainInput;
  readonly request?: Partial<Request>;
  readonly decision: Decision;
}

/** Carlos reads an object of his own account, unless the row says something else. */
export function requestOf(request: Partial<Request> = {}): Request {
  return { principal: USER, action: 's3:GetObject', resource: OBJECT, resourceAccountId: ACCOUNT, ...request };
}

/** One test per row; the page is the title of the group. */
export function decisionTable(source: string, rows: readonly Row[]): void {
  describe(source, () => {
    test.each(rows)('$decision: $promise', ({ chain, request, decision }) => {
      expect(compileChain(chain).decide(requestOf(request))).toBe(decision);
    });
  });
}

/** A chain in which one identity policy of these statements decides. */
export function identityChain(...statements: readonly StatementJson[]): Chain {
  return compileChain({ identityPolicies: [policy('identity', ...statements)] });
}
