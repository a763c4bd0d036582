import type { Control } from './control';

/** Promises about detection: that what happens is seen, and reaches people. */
export const detectionControls: readonly Control[] = [
  {
    id: 'DET-01',
    severity: 'critical',
    promise: {
      en: 'GuardDuty is on in every account and every governed region, new accounts included',
      ja: 'GuardDuty は新しいアカウントも含め、全アカウント・統制対象の全リージョンで有効である',
    },
    implementedBy: [
      'settings/guardduty-organization.ts',
      'settings/guardduty-account.ts',
      'stacks/audit-guardduty-stack.ts',
    ],
    shownBy: {
      settings: ['guardduty-organization', 'guardduty-account'],
      checks: ['governed-regions-covered'],
    },
    askedBy: { securityHub: ['GuardDuty.1'], nist80053: ['CA-7', 'SI-4'] },
  },
  {
    id: 'DET-02',
    severity: 'high',
    promise: {
      en: 'GuardDuty Lambda Protection watches what functions connect to',
      ja: 'GuardDuty Lambda Protection が関数の通信先を監視する',
    },
    implementedBy: ['stacks/guardduty-features.ts', 'settings/guardduty-organization.ts'],
    shownBy: { settings: ['guardduty-organization'], checks: ['guardduty-covers-lambda-and-ai'] },
    askedBy: { securityHub: ['GuardDuty.6'], nist80053: ['SI-4'] },
  },
  {
    id: 'DET-03',
    severity: 'high',
    promise: {
      en: 'GuardDuty AI Protection watches how models are used',
      ja: 'GuardDuty AI Protection がモデルの使われ方を監視する',
    },
    implementedBy: ['stacks/guardduty-features.ts', 'settings/guardduty-organization.ts'],
    shownBy: { settings: ['guardduty-organization'], checks: ['guardduty-covers-lambda-and-ai'] },
    askedBy: { nist80053: ['SI-4'], owaspLlm: ['LLM01', 'LLM10'] },
  },
  {
    id: 'DET-05',
    severity: 'high',
    promise: {
      en: 'Security Hub judges every account by one configuration',
      ja: 'Security Hub は全アカウントを 1 つの構成で評価する',
    },
    implementedBy: [
      'constructs/security-hub-central-configuration.ts',
      'stacks/audit-security-hub-stack.ts',
      'stacks/audit-security-hub-association-stack.ts',
      'settings/security-hub-account.ts',
    ],
    shownBy: {
      rules: ['security-hub-central-configuration'],
      checks: ['security-hub-covers-organization'],
      settings: ['security-hub-account'],
    },
    askedBy: { cis7: ['5.16'], nist80053: ['CA-7', 'SI-4'] },
  },
  {
    id: 'DET-06',
    severity: 'high',
    promise: {
      en: 'The standards FSBP, CIS 5.0.0 and AI Security Best Practices are on',
      ja: '標準 FSBP、CIS 5.0.0、AI Security Best Practices が有効である',
    },
    implementedBy: ['stacks/audit-security-hub-stack.ts', 'stacks/disabled-security-controls.ts'],
    shownBy: { rules: ['security-hub-configuration-policy-standards'], tests: ['test/bin/profiles.test.ts'] },
    askedBy: { cis7: ['5.16'], nist80053: ['CA-2', 'CA-7'] },
  },
  {
    id: 'DET-07',
    severity: 'medium',
    promise: { en: 'Findings that matter reach people', ja: '重要な検出結果が人に届く' },
    implementedBy: ['stacks/audit-alerts-stack.ts', 'constructs/finding-alerts.ts'],
    shownBy: { tests: ['test/stacks/audit-alerts-stack.test.ts', 'test/constructs/finding-patterns.test.ts'] },
    askedBy: { nist80053: ['IR-4', 'IR-6'] },
  },
  {
    id: 'DET-08',
    severity: 'medium',
    promise: {
      en: 'GuardDuty findings are kept in the log archive',
      ja: 'GuardDuty の検出結果はログアーカイブに保存される',
    },
    implementedBy: ['settings/guardduty-findings-export.ts', 'constructs/findings-bucket.ts'],
    shownBy: { settings: ['guardduty-findings-export'] },
    askedBy: { nist80053: ['AU-9', 'AU-11'] },
  },
  {
    id: 'DET-09',
    severity: 'high',
    promise: {
      en: 'Where the trail is watched, people hear who used root or break-glass, or changed guardrails, logging, trails or policies',
      ja: '証跡を監視する構成では、ルートや緊急用権限の使用、ガードレール・ログ・証跡・ポリシーの変更が、実行者とともに人に届く',
    },
    implementedBy: ['constructs/trail-messages.ts', 'functions/trail-messages/watched-changes.ts'],
    shownBy: { tests: ['test/functions/trail-messages/compose.test.ts', 'test/constructs/trail-messages.test.ts'] },
    askedBy: { cis7: ['5.3', '5.5'], nist80053: ['AC-2(12)', 'AU-6', 'IR-6'] },
  },
  {
    id: 'DET-10',
    severity: 'high',
    promise: {
      en: 'The controls have a configuration recorder in every account and governed region',
      ja: 'コントロールの評価に必要な構成レコーダーが、全アカウント・統制対象の全リージョンにある',
    },
    implementedBy: [
      'config/recorded-accounts.ts',
      'constructs/configuration-recorder.ts',
      'policies/declarative/enable-security-hub.ts',
    ],
    shownBy: { checks: ['governed-regions-covered'], tests: ['test/bin/profiles.test.ts'] },
    askedBy: { securityHub: ['Config.1'], nist80053: ['CM-3', 'CM-6(1)', 'CM-8'] },
  },
  {
    id: 'DET-11',
    severity: 'medium',
    promise: {
      en: 'Where Macie is on, it inspects the buckets that hold prompts in full and leaves the log archive out of its samples',
      ja: 'Macie を有効にした構成では、プロンプトを含むバケットを全件検査し、ログアーカイブはサンプリングの対象外とする',
    },
    implementedBy: [
      'settings/macie-prompt-discovery.ts',
      'settings/macie-organization.ts',
      'settings/macie-account.ts',
      'stacks/audit-macie-stack.ts',
    ],
    shownBy: {
      settings: ['macie-prompt-discovery', 'macie-organization', 'macie-account'],
      checks: ['governed-regions-covered'],
    },
    askedBy: { securityHub: ['Macie.1', 'Macie.2'], nist80053: ['RA-5', 'SI-4'] },
  },
  {
    id: 'VUL-01',
    severity: 'high',
    promise: {
      en: 'Inspector scans the functions of every account, and members cannot switch it off',
      ja: 'Inspector が全アカウントの関数をスキャンし、メンバーはそれを無効にできない',
    },
    implementedBy: ['policies/declarative/scan-with-inspector.ts', 'settings/inspector-administrator.ts'],
    shownBy: {
      rules: ['inspector-policy-scans-lambda'],
      checks: ['inspector-policy-attached'],
      settings: ['inspector-administrator'],
    },
    askedBy: { securityHub: ['Inspector.3', 'Inspector.4'], nist80053: ['RA-5'] },
  },
  {
    id: 'VUL-02',
    severity: 'medium',
    promise: { en: 'Functions stay scannable', ja: '関数は常にスキャンできる状態にある' },
    implementedBy: ['constructs/baseline-function.ts'],
    shownBy: { rules: ['lambda-function-without-customer-key'] },
    askedBy: { securityHub: ['Lambda.2'], nist80053: ['RA-5', 'SI-2'] },
  },
];
