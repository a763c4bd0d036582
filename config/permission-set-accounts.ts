import type { AccountKind } from './account-kinds';

const management = ['management'] as const;
const members = ['log-archive', 'audit', 'workload'] as const;
const workloads = ['workload'] as const;

/**
 * The kinds of account each permission set of policies/permission-sets/ may ever be assigned in; another account is a mistake in the
 * configuration.
 *
 * What is assigned in the management account is assigned nowhere else: a delegated administrator of IAM Identity Center cannot change a
 * permission set that has one assignment there, and whoever takes over a set of a member account must not arrive in the management account.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export const permissionSetAccounts = {
  'security-auditor': members,
  'bedrock-developer': workloads,
  'bedrock-operator': workloads,
  'prompt-log-reader': workloads,
  'platform-administrator': members,
  'break-glass-administrator': members,
  'billing-viewer': management,
  'management-auditor': management,
  'management-deployer': management,
  'break-glass-management': management,
} as const satisfies Record<string, readonly AccountKind[]>;

export type PermissionSetName = keyof typeof permissionSetAccounts;

export const permissionSetNames = Object.keys(permissionSetAccounts) as [PermissionSetName];
