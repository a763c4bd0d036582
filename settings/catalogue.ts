import { alternateContacts } from './alternate-contacts';
import { bedrockDataRetention } from './bedrock-data-retention';
import { bedrockInvocationLogging } from './bedrock-invocation-logging';
import { ebsEncryptionByDefault } from './ebs-encryption-by-default';
import { guardDutyAccount } from './guardduty-account';
import { guardDutyAdministrator } from './guardduty-administrator';
import { guardDutyFindingsExport } from './guardduty-findings-export';
import { guardDutyOrganization } from './guardduty-organization';
import { inspectorAdministrator } from './inspector-administrator';
import { macieAccount } from './macie-account';
import { macieAdministrator } from './macie-administrator';
import { macieOrganization } from './macie-organization';
import { maciePromptDiscovery } from './macie-prompt-discovery';
import { organizationAccountPlacement } from './organization-account-placement';
import { organizationDelegatedAdministrators } from './organization-delegated-administrators';
import { organizationPolicyTypes } from './organization-policy-types';
import { organizationRootAccess } from './organization-root-access';
import { organizationTrustedAccess } from './organization-trusted-access';
import { securityHubAccount } from './security-hub-account';
import { securityHubAdministrator } from './security-hub-administrator';
import type { Setting } from './setting';

/** Every setting by its name. */
export const settings = {
  'alternate-contacts': alternateContacts,
  'bedrock-data-retention': bedrockDataRetention,
  'bedrock-invocation-logging': bedrockInvocationLogging,
  'ebs-encryption-by-default': ebsEncryptionByDefault,
  'guardduty-account': guardDutyAccount,
  'guardduty-administrator': guardDutyAdministrator,
  'guardduty-findings-export': guardDutyFindingsExport,
  'guardduty-organization': guardDutyOrganization,
  'inspector-administrator': inspectorAdministrator,
  'macie-account': macieAccount,
  'macie-administrator': macieAdministrator,
  'macie-organization': macieOrganization,
  'macie-prompt-discovery': maciePromptDiscovery,
  'organization-account-placement': organizationAccountPlacement,
  'organization-delegated-administrators': organizationDelegatedAdministrators,
  'organization-policy-types': organizationPolicyTypes,
  'organization-root-access': organizationRootAccess,
  'organization-trusted-access': organizationTrustedAccess,
  'security-hub-account': securityHubAccount,
  'security-hub-administrator': securityHubAdministrator,
} as const satisfies Readonly<Record<string, Setting<unknown, unknown>>>;

export type SettingName = keyof typeof settings;
