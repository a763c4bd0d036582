import type { Text } from './policy';

/** Ways to be blind that belong together: one example of the policy that forbids them. */
export interface DetectionSwitch {
  readonly says: Text;
  /** Where somebody would try. */
  readonly account: 'audit' | 'workload';
  /** Which of the resources of the service the first action is about; absent where it has none. */
  readonly resource?: 'analyzer' | 'detector' | 'hub' | 'recorder';
  readonly actions: readonly [string, ...string[]];
}

/**
 * Everything that switches detection off, narrows it, or tells it to overlook something: trusted lists, suppression rules, archive
 * rules, automation rules. What only reads, archives or comments single findings is not among them.
 *
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/central-configuration-intro.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html
 * https://docs.aws.amazon.com/inspector/latest/user/managing-multiple-accounts.html
 * https://docs.aws.amazon.com/macie/latest/user/findings-suppression.html
 */
export const detectionSwitches: readonly DetectionSwitch[] = [
  {
    says: {
      en: 'An intruder with administrator rights deletes the GuardDuty detector',
      ja: '管理者権限を得た侵入者が GuardDuty のディテクターを削除する',
    },
    account: 'workload',
    resource: 'detector',
    actions: [
      'guardduty:DeleteDetector',
      'guardduty:DisassociateFromAdministratorAccount',
      'guardduty:DisassociateFromMasterAccount',
      'guardduty:UpdateDetector',
    ],
  },
  {
    says: {
      en: 'An administrator of the audit account stops watching the other accounts',
      ja: '監査アカウントの管理者が他アカウントの監視を止める',
    },
    account: 'audit',
    actions: [
      'guardduty:StopMonitoringMembers',
      'guardduty:DeleteMembers',
      'guardduty:DeletePublishingDestination',
      'guardduty:DisassociateMembers',
      'guardduty:UpdateMemberDetectors',
      'guardduty:UpdateOrganizationConfiguration',
      'guardduty:UpdatePublishingDestination',
    ],
  },
  {
    says: {
      en: 'Somebody tells GuardDuty to overlook an address or a kind of finding',
      ja: '特定のアドレスや検出タイプを GuardDuty に見逃させる',
    },
    account: 'audit',
    actions: [
      'guardduty:CreateIPSet',
      'guardduty:CreateFilter',
      'guardduty:CreateTrustedEntitySet',
      'guardduty:UpdateFilter',
      'guardduty:UpdateIPSet',
      'guardduty:UpdateTrustedEntitySet',
    ],
  },
  {
    says: {
      en: 'A developer switches Security Hub off because of its findings',
      ja: '検出結果を嫌った開発者が Security Hub を無効にする',
    },
    account: 'workload',
    resource: 'hub',
    actions: [
      'securityhub:DisableSecurityHub',
      'securityhub:BatchDisableStandards',
      'securityhub:BatchUpdateStandardsControlAssociations',
      'securityhub:DisableImportFindingsForProduct',
      'securityhub:DisableSecurityHubFeatureV2',
      'securityhub:DisableSecurityHubV2',
      'securityhub:DisassociateFromAdministratorAccount',
      'securityhub:DisassociateFromMasterAccount',
      'securityhub:UpdateSecurityControl',
      'securityhub:UpdateSecurityHubConfiguration',
      'securityhub:UpdateStandardsControl',
    ],
  },
  {
    says: {
      en: 'An administrator of the audit account takes accounts out of Security Hub',
      ja: '監査アカウントの管理者が Security Hub からアカウントを外す',
    },
    account: 'audit',
    resource: 'hub',
    actions: [
      'securityhub:DisassociateMembers',
      'securityhub:DeleteAggregatorV2',
      'securityhub:DeleteConfigurationPolicy',
      'securityhub:DeleteFindingAggregator',
      'securityhub:DeleteMembers',
      'securityhub:StartConfigurationPolicyAssociation',
      'securityhub:StartConfigurationPolicyDisassociation',
      'securityhub:UpdateAggregatorV2',
      'securityhub:UpdateConfigurationPolicy',
      'securityhub:UpdateFindingAggregator',
      'securityhub:UpdateOrganizationConfiguration',
    ],
  },
  {
    says: {
      en: 'A rule suppresses findings of Security Hub as they come in',
      ja: '届いた Security Hub の検出結果を、ルールで自動的に抑制する',
    },
    account: 'audit',
    actions: [
      'securityhub:CreateAutomationRule',
      'securityhub:BatchUpdateAutomationRules',
      'securityhub:CreateAutomationRuleV2',
      'securityhub:UpdateAutomationRuleV2',
    ],
  },
  {
    says: {
      en: 'Somebody switches Inspector off, or suppresses what it finds',
      ja: 'Inspector を無効にする、または検出結果を抑制する',
    },
    account: 'audit',
    actions: [
      'inspector2:Disable',
      'inspector2:CreateFilter',
      'inspector2:DisassociateMember',
      'inspector2:UpdateFilter',
      'inspector2:UpdateOrganizationConfiguration',
    ],
  },
  {
    says: {
      en: 'An intruder stops the recording of configuration changes',
      ja: '侵入者が設定変更の記録を止める',
    },
    account: 'workload',
    resource: 'recorder',
    actions: [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationAggregator',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
      'config:DeleteRetentionConfiguration',
      'config:DeleteServiceLinkedConfigurationRecorder',
      'config:DisassociateResourceTypes',
      'config:PutConfigurationRecorder',
      'config:PutDeliveryChannel',
    ],
  },
  {
    says: {
      en: 'Somebody deletes the analyzer of external access, or archives its findings in advance',
      ja: '外部アクセスのアナライザーを削除する、または検出結果を自動でアーカイブさせる',
    },
    account: 'audit',
    resource: 'analyzer',
    actions: [
      'access-analyzer:DeleteAnalyzer',
      'access-analyzer:CreateArchiveRule',
      'access-analyzer:UpdateAnalyzer',
      'access-analyzer:UpdateArchiveRule',
    ],
  },
  {
    says: {
      en: 'Somebody switches Macie off, narrows it or hides what it finds',
      ja: 'Macie を無効にする、対象を狭める、または検出結果を隠す',
    },
    account: 'audit',
    actions: [
      'macie2:DisableMacie',
      'macie2:BatchUpdateAutomatedDiscoveryAccounts',
      'macie2:CreateAllowList',
      'macie2:CreateFindingsFilter',
      'macie2:DeleteMember',
      'macie2:DisassociateFromAdministratorAccount',
      'macie2:DisassociateFromMasterAccount',
      'macie2:DisassociateMember',
      'macie2:UpdateAllowList',
      'macie2:UpdateAutomatedDiscoveryConfiguration',
      'macie2:UpdateClassificationScope',
      'macie2:UpdateFindingsFilter',
      'macie2:UpdateMacieSession',
      'macie2:UpdateMemberSession',
      'macie2:UpdateOrganizationConfiguration',
    ],
  },
];
