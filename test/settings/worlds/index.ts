import type { SettingName } from '../../../settings/catalogue';
import { alternateContacts, bedrockDataRetention, bedrockInvocationLogging, ebsEncryptionByDefault } from './accounts';
import {
  guardDutyAdministrator,
  inspectorAdministrator,
  macieAdministrator,
  securityHubAdministrator,
} from './administrators';
import { guardDutyFindingsExport, guardDutyOrganization, macieOrganization, maciePromptDiscovery } from './detection';
import { guardDutyAccount, macieAccount, securityHubAccount } from './management-detection';
import { accountPlacement, delegatedAdministrators, policyTypes, rootAccess, trustedAccess } from './organization';
import type { World } from './world';

/** A world for every setting: a setting without one does not compile. */
export const worlds: Readonly<Record<SettingName, World>> = {
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
  'organization-account-placement': accountPlacement,
  'organization-delegated-administrators': delegatedAdministrators,
  'organization-policy-types': policyTypes,
  'organization-root-access': rootAccess,
  'organization-trusted-access': trustedAccess,
  'security-hub-account': securityHubAccount,
  'security-hub-administrator': securityHubAdministrator,
};
