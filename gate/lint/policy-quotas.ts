import type { LintKind } from './lint-kinds';

/** Characters of one policy and policies of one target, as AWS Organizations counts them. */
export interface PolicyQuota {
  readonly characters: number;
  /** Includes the policy AWS attaches itself: FullAWSAccess, which may be replaced; RCPFullAWSAccess, which may not. */
  readonly perTarget: number;
}

/**
 * Only the policies of AWS Organizations: what IAM and the services store is counted differently by each of them.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const policyQuotas: Readonly<Partial<Record<LintKind, PolicyQuota>>> = {
  scp: { characters: 10_240, perTarget: 10 },
  rcp: { characters: 5_120, perTarget: 5 },
};
