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
    implementedBy: ['settings/guardduty-organization.ts', 'stacks/audit-guardduty-stack.ts'],
    shownBy: { settings: ['guardduty-organization'], checks: ['governed-regions-covered'] },
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
    ],
    shownBy: { rules: ['security-hub-central-configuration'], checks: ['security-hub-covers-organization'] },
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
    shownBy: { rules: ['security-hub-configuration-policy-standards'] },
    askedBy: { cis7: ['5.16'], nist80053: ['CA-2', 'CA-7'] },
  },
  {
    id: 'DET-07',
    severity: 'medium',
    promise: { en: 'Findings that matter reach people', ja: '重要な検出結果が人に届く' },
    implementedBy: ['stacks/audit-alerts-stack.ts'],
    shownBy: { tests: ['test/stacks/audit-alerts-stack.test.ts'] },
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
