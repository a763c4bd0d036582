import type { OrganizationPolicy } from './policy';

/** What AWS Organizations accepts of one type of policy. The numbers of attachments are hard limits. */
export interface PolicyQuota {
  /** Length of a document, every character counted, white space included. */
  readonly characters: number;
  /** Policies attached directly to the root, a unit or an account. What is inherited does not count. */
  readonly attachments: number;
  /** The policy AWS attaches everywhere, which takes one of them. */
  readonly attachedByAws: string;
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const policyQuotas: Readonly<Record<OrganizationPolicy['kind'], PolicyQuota>> = {
  'service-control-policy': { characters: 10_240, attachments: 10, attachedByAws: 'FullAWSAccess' },
  'resource-control-policy': { characters: 5_120, attachments: 5, attachedByAws: 'RCPFullAWSAccess' },
};
