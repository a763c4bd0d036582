import type { Control } from './control';

/** Promises about the organization itself. */
export const organizationControls: readonly Control[] = [
  {
    id: 'ORG-01',
    severity: 'critical',
    promise: {
      en: 'No account leaves the organization or closes itself',
      ja: 'アカウントは組織を離脱できず、自分自身を解約することもできない',
    },
    implementedBy: [
      'policies/service-control/deny-leaving-organization.ts',
      'stacks/management-access-policies-stack.ts',
    ],
    shownBy: { policies: ['deny-leaving-organization'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AC-3', 'CM-5'] },
  },
  {
    id: 'ORG-02',
    severity: 'critical',
    promise: {
      en: 'Nobody in a member account switches detection off or tells it to overlook something',
      ja: 'メンバーアカウントの誰も検知を止められず、見逃すように設定することもできない',
    },
    implementedBy: ['policies/service-control/protect-security-services.ts', 'policies/detection-switches.ts'],
    shownBy: { policies: ['protect-security-services'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AC-6', 'AU-9', 'SI-4'] },
  },
  {
    id: 'ORG-03',
    severity: 'high',
    promise: {
      en: 'Nothing runs outside the governed regions, but for inference within an approved geography',
      ja: '統制対象のリージョン以外では、承認済みの地域内の推論を除いて何も動かない',
    },
    implementedBy: ['policies/service-control/limit-regions.ts', 'policies/global-services.ts'],
    shownBy: { policies: ['limit-regions'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AC-4', 'SA-9(5)'] },
  },
  {
    id: 'ORG-04',
    severity: 'high',
    promise: {
      en: 'Root users of member accounts are managed centrally, need no password and can do nothing',
      ja: 'メンバーアカウントのルートユーザーは一元管理され、パスワードを必要とせず、何も実行できない',
    },
    implementedBy: [
      'settings/organization-root-access.ts',
      'policies/service-control/deny-root-user.ts',
      'stacks/management-foundation-stack.ts',
    ],
    shownBy: { settings: ['organization-root-access'], policies: ['deny-root-user'] },
    askedBy: { cis7: ['2.1.1'], securityHub: ['IAM.4', 'IAM.6', 'IAM.9'], nist80053: ['AC-6', 'IA-2'] },
  },
  {
    id: 'ORG-05',
    severity: 'high',
    promise: {
      en: 'Data, keys and roles are used by this organization only, over TLS, and no bucket is public',
      ja: 'データ、キー、ロールは自組織だけが TLS で利用し、バケットは公開されない',
    },
    implementedBy: [
      'policies/resource-control/limit-to-organization-principals.ts',
      'policies/resource-control/require-tls.ts',
      'policies/declarative/block-public-s3-access.ts',
    ],
    shownBy: {
      policies: ['limit-to-organization-principals', 'require-tls'],
      tests: ['test/policies/declarative.test.ts'],
    },
    askedBy: { cis7: ['2.21'], securityHub: ['S3.2', 'S3.3', 'S3.6'], nist80053: ['AC-3', 'AC-4'] },
  },
  {
    id: 'ORG-06',
    severity: 'medium',
    promise: {
      en: 'AI services do not use the content of any account to improve themselves',
      ja: 'AI サービスはどのアカウントのコンテンツもサービス改善に利用しない',
    },
    implementedBy: [
      'policies/declarative/opt-out-of-ai-services.ts',
      'stacks/management-declarative-policies-stack.ts',
    ],
    shownBy: { tests: ['test/stacks/management-declarative-policies-stack.test.ts'] },
    askedBy: { nist80053: ['PT-2', 'SA-9'] },
  },
  {
    id: 'ORG-07',
    severity: 'high',
    promise: {
      en: 'The management account holds governance and nothing else',
      ja: '管理アカウントには統制のためのもの以外を置かない',
    },
    implementedBy: ['bin/app.ts'],
    shownBy: { checks: ['management-holds-governance-only'] },
    askedBy: { cis7: ['2.1.3'], nist80053: ['AC-5', 'SC-2'] },
  },
  {
    id: 'ORG-08',
    severity: 'medium',
    promise: {
      en: 'Every member account sits in an organizational unit',
      ja: 'すべてのメンバーアカウントがいずれかの組織単位に属する',
    },
    implementedBy: [
      'config/organization.ts',
      'constructs/organizational-units.ts',
      'settings/organization-account-placement.ts',
    ],
    shownBy: { settings: ['organization-account-placement'], tests: ['test/config/find-mistakes.test.ts'] },
    askedBy: { cis7: ['2.1.4'], nist80053: ['AC-4', 'CM-8'] },
  },
  {
    id: 'ORG-09',
    severity: 'high',
    promise: {
      en: 'Security services are administered from the audit account, in every governed region',
      ja: 'セキュリティサービスは、統制対象の全リージョンで監査アカウントから管理される',
    },
    implementedBy: [
      'stacks/management-delegation-stack.ts',
      'settings/guardduty-administrator.ts',
      'settings/inspector-administrator.ts',
      'settings/security-hub-administrator.ts',
    ],
    shownBy: {
      checks: ['governed-regions-covered'],
      settings: ['guardduty-administrator', 'inspector-administrator', 'security-hub-administrator'],
    },
    askedBy: { cis7: ['2.1.5', '2.1.6'], nist80053: ['AC-5', 'AC-6'] },
  },
  {
    id: 'ORG-10',
    severity: 'medium',
    promise: {
      en: 'Policies fit the quotas of AWS Organizations, in size and in slots',
      ja: 'ポリシーは AWS Organizations のサイズと個数の上限に収まる',
    },
    implementedBy: ['policies/composition.ts', 'policies/rollout.ts', 'policies/quotas.ts'],
    shownBy: {
      rules: ['organizations-policy-within-quota'],
      checks: ['policy-attachments-within-slots'],
      tests: ['test/policies/composition.test.ts', 'test/policies/rollout.test.ts'],
    },
    askedBy: {},
  },
  {
    id: 'NET-01',
    severity: 'medium',
    promise: {
      en: 'What calls Amazon Bedrock has no way to the internet, and its endpoints let only calls of the account pass (profile regulated)',
      ja: 'Amazon Bedrock を呼び出す関数にはインターネットへの経路がなく、エンドポイントは自アカウントの決められた呼び出しだけを通す（プロファイル regulated）',
    },
    implementedBy: [
      'stacks/workload-network-stack.ts',
      'policies/endpoint-policies.ts',
      'constructs/private-network.ts',
      'stacks/workload-bedrock-stack.ts',
    ],
    shownBy: {
      tests: [
        'test/policies/endpoint-policies.test.ts',
        'test/policies/assistant-chain.test.ts',
        'test/stacks/workload-network-stack.test.ts',
      ],
    },
    askedBy: { securityHub: ['EC2.10'], nist80053: ['SC-7'] },
  },
  {
    id: 'NET-02',
    severity: 'high',
    promise: {
      en: 'Servers answer version 2 of the metadata service only, and no image or snapshot is shared with the world',
      ja: 'サーバーのメタデータサービスはバージョン 2 だけで、イメージとスナップショットは公開されない',
    },
    implementedBy: ['policies/declarative/harden-ec2.ts', 'stacks/management-declarative-policies-stack.ts'],
    shownBy: { tests: ['test/policies/declarative.test.ts'] },
    askedBy: { cis7: ['6.7'], securityHub: ['EC2.8', 'EC2.172'], nist80053: ['AC-6', 'SC-7'] },
  },
  {
    id: 'ORG-12',
    severity: 'medium',
    promise: {
      en: 'AWS reaches the people on duty about every account: the contacts of the configuration are those of all accounts',
      ja: 'どのアカウントについても AWS が当番に連絡できる（設定の連絡先が全アカウントに登録される）',
    },
    implementedBy: ['settings/alternate-contacts.ts', 'stacks/management-alternate-contacts-stack.ts'],
    shownBy: { settings: ['alternate-contacts'], tests: ['test/settings/alternate-contacts.test.ts'] },
    askedBy: { cis7: ['2.3'], securityHub: ['Account.1'], nist80053: ['IR-6'] },
  },
];
