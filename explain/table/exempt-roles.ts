import { rolesLike } from '../../policies/example-roles';
import type { PolicyFacts } from '../../policies/policy';

/** Roles that policies may exempt. */
export interface ExemptRoles {
  /** A permission set, or the pattern of the role's name. */
  readonly name: string;
  readonly pattern: string;
}

/** Every role a policy of the organization could leave alone. */
export function exemptRoles({
  administrationRoleArns,
  auditorRoleArns,
  procurementRoleArns,
}: PolicyFacts): readonly ExemptRoles[] {
  const patterns = [...new Set([...administrationRoleArns, ...procurementRoleArns, ...auditorRoleArns])];
  return patterns.map((pattern) => ({ name: nameOf(pattern), pattern }));
}

/** One role that fits the pattern, in an account. */
export function roleLike({ pattern }: ExemptRoles, accountId: string): string {
  return rolesLike([pattern], accountId)[0] as string;
}

function nameOf(pattern: string): string {
  const [, permissionSet] = /AWSReservedSSO_(.+)_\*$/.exec(pattern) ?? [];
  return permissionSet ?? pattern.replace(/^.*?:role\//, '');
}
