import type { PolicyFacts } from './policy';

/** A role that somebody in an account gave administrator rights, and that no policy knows: what an intruder has. */
export function administratorRole(
  { partition, workloadAccountId }: PolicyFacts,
  accountId = workloadAccountId,
): string {
  return `arn:${partition}:iam::${accountId}:role/administrator`;
}

/** A role of a team that builds something of its own. */
export function developerRole({ partition, workloadAccountId }: PolicyFacts, accountId = workloadAccountId): string {
  return `arn:${partition}:iam::${accountId}:role/developer`;
}

/** The role of an application that calls models. */
export function assistantRole({ partition, workloadAccountId }: PolicyFacts): string {
  return `arn:${partition}:iam::${workloadAccountId}:role/assistant`;
}

/** The role CloudFormation deploys this baseline with, made by `cdk bootstrap`. */
export function deploymentRole(facts: PolicyFacts, accountId = facts.workloadAccountId): string {
  return `arn:${facts.partition}:iam::${accountId}:role/cdk-${facts.bootstrapQualifier}-cfn-exec-role-${accountId}-${facts.homeRegion}`;
}

/** One role of an account for every pattern of a list of exemptions. */
export function rolesLike(patterns: readonly string[], accountId: string): readonly string[] {
  return patterns.map((pattern) =>
    pattern
      .replace('::*:', `::${accountId}:`)
      // Where Identity Center lives in us-east-1, no region follows its path.
      .replace('*AWSReservedSSO_', 'AWSReservedSSO_')
      .replaceAll('*', '1a2b3c4d5e6f7890'),
  );
}
