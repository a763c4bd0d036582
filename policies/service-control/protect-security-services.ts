import { administratorRole, deploymentRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const detector = ({ partition, homeRegion }: PolicyFacts, accountId: string) =>
  `arn:${partition}:guardduty:${homeRegion}:${accountId}:detector/12abc34d567e8fa901bc2d34e56789f0`;
const hub = ({ partition, homeRegion }: PolicyFacts, accountId: string) =>
  `arn:${partition}:securityhub:${homeRegion}:${accountId}:hub/default`;
const recorder = ({ partition, homeRegion, workloadAccountId }: PolicyFacts) =>
  `arn:${partition}:config:${homeRegion}:${workloadAccountId}:configuration-recorder/default/a1b2c3d4e5f6g7h8`;
const analyzer = ({ partition, homeRegion, auditAccountId }: PolicyFacts) =>
  `arn:${partition}:access-analyzer:${homeRegion}:${auditAccountId}:analyzer/external-access`;

/**
 * Detection is switched by deployments only, in the accounts that are watched and in the one that watches. Reading findings,
 * archiving and commenting them stay open.
 *
 * Also denied are the quiet ways to be blind: trusted address lists, suppression rules and archive rules.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/central-configuration-intro.html
 * https://docs.aws.amazon.com/inspector/latest/user/managing-multiple-accounts.html
 */
export const protectSecurityServices: OrganizationPolicy = {
  id: 'protect-security-services',
  kind: 'service-control-policy',
  theme: 'evidence',
  title: {
    en: 'Nobody switches detection off',
    ja: '検知サービスは誰にも止められない',
  },
  why: {
    en: 'An intruder with administrator rights switches off what would report them, or tells it to overlook one address.',
    ja: '管理者権限を得た侵入者は、自分を検知する仕組みを止めるか、特定のアドレスを見逃すように設定する。',
  },
  statements: ({ administrationRoleArns }) => [
    {
      Sid: 'ProtectSecurityServices',
      Effect: 'Deny',
      Action: [
        'access-analyzer:CreateArchiveRule',
        'access-analyzer:DeleteAnalyzer',
        'access-analyzer:UpdateAnalyzer',
        'access-analyzer:UpdateArchiveRule',
        'config:DeleteConfigurationAggregator',
        'config:DeleteConfigurationRecorder',
        'config:DeleteDeliveryChannel',
        'config:DeleteRetentionConfiguration',
        'config:DeleteServiceLinkedConfigurationRecorder',
        'config:DisassociateResourceTypes',
        'config:PutConfigurationRecorder',
        'config:PutDeliveryChannel',
        'config:StopConfigurationRecorder',
        'guardduty:CreateFilter',
        'guardduty:CreateIPSet',
        'guardduty:CreateTrustedEntitySet',
        'guardduty:DeleteDetector',
        'guardduty:DeleteMembers',
        'guardduty:DeletePublishingDestination',
        'guardduty:DisassociateFromAdministratorAccount',
        'guardduty:DisassociateFromMasterAccount',
        'guardduty:DisassociateMembers',
        'guardduty:StopMonitoringMembers',
        'guardduty:UpdateDetector',
        'guardduty:UpdateFilter',
        'guardduty:UpdateIPSet',
        'guardduty:UpdateMemberDetectors',
        'guardduty:UpdateOrganizationConfiguration',
        'guardduty:UpdatePublishingDestination',
        'guardduty:UpdateTrustedEntitySet',
        'inspector2:CreateFilter',
        'inspector2:Disable',
        'inspector2:DisassociateMember',
        'inspector2:UpdateFilter',
        'inspector2:UpdateOrganizationConfiguration',
        'macie2:BatchUpdateAutomatedDiscoveryAccounts',
        'macie2:DeleteMember',
        'macie2:DisableMacie',
        'macie2:DisassociateFromAdministratorAccount',
        'macie2:DisassociateFromMasterAccount',
        'macie2:DisassociateMember',
        'macie2:UpdateAutomatedDiscoveryConfiguration',
        'macie2:UpdateClassificationScope',
        'macie2:UpdateMacieSession',
        'macie2:UpdateMemberSession',
        'macie2:UpdateOrganizationConfiguration',
        'securityhub:BatchDisableStandards',
        'securityhub:BatchUpdateStandardsControlAssociations',
        'securityhub:DeleteAggregatorV2',
        'securityhub:DeleteConfigurationPolicy',
        'securityhub:DeleteFindingAggregator',
        'securityhub:DeleteMembers',
        'securityhub:DisableImportFindingsForProduct',
        'securityhub:DisableSecurityHub',
        'securityhub:DisableSecurityHubFeatureV2',
        'securityhub:DisableSecurityHubV2',
        'securityhub:DisassociateFromAdministratorAccount',
        'securityhub:DisassociateFromMasterAccount',
        'securityhub:DisassociateMembers',
        'securityhub:StartConfigurationPolicyAssociation',
        'securityhub:StartConfigurationPolicyDisassociation',
        'securityhub:UpdateAggregatorV2',
        'securityhub:UpdateConfigurationPolicy',
        'securityhub:UpdateFindingAggregator',
        'securityhub:UpdateOrganizationConfiguration',
        'securityhub:UpdateSecurityControl',
        'securityhub:UpdateSecurityHubConfiguration',
        'securityhub:UpdateStandardsControl',
      ],
      // Half of these actions have no resource, and the others are meant in every account and region.
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
    },
  ],
  denied: (facts) => [
    {
      says: {
        en: 'An intruder with administrator rights deletes the GuardDuty detector',
        ja: '管理者権限を得た侵入者が GuardDuty のディテクターを削除する',
      },
      principal: administratorRole(facts),
      action: 'guardduty:DeleteDetector',
      resource: detector(facts, facts.workloadAccountId),
      likewise: {
        actions: [
          'guardduty:DisassociateFromAdministratorAccount',
          'guardduty:DisassociateFromMasterAccount',
          'guardduty:UpdateDetector',
        ],
      },
    },
    {
      says: {
        en: 'An administrator of the audit account stops watching the other accounts',
        ja: '監査アカウントの管理者が他アカウントの監視を止める',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'guardduty:StopMonitoringMembers',
      resource: '*',
      likewise: {
        actions: [
          'guardduty:DeleteMembers',
          'guardduty:DeletePublishingDestination',
          'guardduty:DisassociateMembers',
          'guardduty:UpdateMemberDetectors',
          'guardduty:UpdateOrganizationConfiguration',
          'guardduty:UpdatePublishingDestination',
        ],
      },
    },
    {
      says: {
        en: 'Somebody tells GuardDuty to overlook an address or a kind of finding',
        ja: '特定のアドレスや検出タイプを GuardDuty に見逃させる',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'guardduty:CreateIPSet',
      resource: '*',
      likewise: {
        actions: [
          'guardduty:CreateFilter',
          'guardduty:CreateTrustedEntitySet',
          'guardduty:UpdateFilter',
          'guardduty:UpdateIPSet',
          'guardduty:UpdateTrustedEntitySet',
        ],
      },
    },
    {
      says: {
        en: 'A developer switches Security Hub off because of its findings',
        ja: '検出結果を嫌った開発者が Security Hub を無効にする',
      },
      principal: developerRole(facts),
      action: 'securityhub:DisableSecurityHub',
      resource: hub(facts, facts.workloadAccountId),
      likewise: {
        actions: [
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
    },
    {
      says: {
        en: 'An administrator of the audit account takes accounts out of Security Hub',
        ja: '監査アカウントの管理者が Security Hub からアカウントを外す',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'securityhub:DisassociateMembers',
      resource: hub(facts, facts.auditAccountId),
      likewise: {
        actions: [
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
    },
    {
      says: {
        en: 'Somebody switches Inspector off, or suppresses what it finds',
        ja: 'Inspector を無効にする、または検出結果を抑制する',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'inspector2:Disable',
      resource: '*',
      likewise: {
        actions: [
          'inspector2:CreateFilter',
          'inspector2:DisassociateMember',
          'inspector2:UpdateFilter',
          'inspector2:UpdateOrganizationConfiguration',
        ],
      },
    },
    {
      says: {
        en: 'An intruder stops the recording of configuration changes',
        ja: '侵入者が設定変更の記録を止める',
      },
      principal: administratorRole(facts),
      action: 'config:StopConfigurationRecorder',
      resource: recorder(facts),
      likewise: {
        actions: [
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
    },
    {
      says: {
        en: 'Somebody deletes the analyzer of external access, or archives its findings in advance',
        ja: '外部アクセスのアナライザーを削除する、または検出結果を自動でアーカイブさせる',
      },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'access-analyzer:DeleteAnalyzer',
      resource: analyzer(facts),
      likewise: {
        actions: [
          'access-analyzer:CreateArchiveRule',
          'access-analyzer:UpdateAnalyzer',
          'access-analyzer:UpdateArchiveRule',
        ],
      },
    },
    {
      says: { en: 'Somebody switches Macie off or narrows it', ja: 'Macie を無効にする、または対象を狭める' },
      principal: administratorRole(facts, facts.auditAccountId),
      action: 'macie2:DisableMacie',
      resource: '*',
      likewise: {
        actions: [
          'macie2:BatchUpdateAutomatedDiscoveryAccounts',
          'macie2:DeleteMember',
          'macie2:DisassociateFromAdministratorAccount',
          'macie2:DisassociateFromMasterAccount',
          'macie2:DisassociateMember',
          'macie2:UpdateAutomatedDiscoveryConfiguration',
          'macie2:UpdateClassificationScope',
          'macie2:UpdateMacieSession',
          'macie2:UpdateMemberSession',
          'macie2:UpdateOrganizationConfiguration',
        ],
      },
    },
  ],
  allowed: (facts) => [
    {
      says: {
        en: 'A deployment of this baseline changes what GuardDuty protects',
        ja: 'このベースラインのデプロイが GuardDuty の保護対象を変更する',
      },
      principal: deploymentRole(facts, facts.auditAccountId),
      action: 'guardduty:UpdateDetector',
      resource: detector(facts, facts.auditAccountId),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.auditAccountId) },
    },
    {
      says: {
        en: 'An analyst archives a finding that is settled',
        ja: 'アナリストが対応済みの検出結果をアーカイブする',
      },
      principal: `arn:${facts.partition}:iam::${facts.auditAccountId}:role/analyst`,
      action: 'guardduty:ArchiveFindings',
      resource: '*',
    },
    {
      says: { en: 'A developer reads the findings of the account', ja: '開発者がアカウントの検出結果を読む' },
      principal: developerRole(facts),
      action: 'securityhub:GetFindings',
      resource: hub(facts, facts.workloadAccountId),
    },
  ],
};
