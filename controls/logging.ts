import type { Control } from './control';

/** Promises about evidence: that it exists, is whole, and outlives an intruder. */
export const loggingControls: readonly Control[] = [
  {
    id: 'LOG-01',
    severity: 'critical',
    promise: {
      en: 'One trail records every account in every region',
      ja: '1 つの証跡が全アカウント・全リージョンを記録する',
    },
    implementedBy: ['constructs/organization-trail.ts', 'stacks/management-trail-stack.ts'],
    shownBy: {
      rules: ['trail-covers-organization', 'trail-covers-every-region', 'trail-is-logging'],
      checks: ['organization-trail-in-management'],
    },
    askedBy: { cis7: ['4.1'], securityHub: ['CloudTrail.1'], nist80053: ['AU-2', 'AU-12'] },
  },
  {
    id: 'LOG-02',
    severity: 'high',
    promise: { en: 'Log files can be proven unchanged', ja: 'ログファイルが改変されていないことを証明できる' },
    implementedBy: ['constructs/organization-trail.ts', 'integrity/validate.ts'],
    shownBy: { rules: ['trail-validates-log-files'], tests: ['test/integrity/validate.test.ts'] },
    askedBy: { cis7: ['4.2'], securityHub: ['CloudTrail.4'], nist80053: ['AU-9', 'AU-10', 'SI-7'] },
  },
  {
    id: 'LOG-03',
    severity: 'critical',
    promise: {
      en: 'Logs live in an account of their own, and only the trail writes there',
      ja: 'ログは専用のアカウントに置かれ、書き込めるのは証跡だけである',
    },
    implementedBy: ['constructs/trail-bucket.ts', 'stacks/log-archive-storage-stack.ts'],
    shownBy: { checks: ['trail-bucket-in-log-archive'], rules: ['bucket-policy-no-wildcard-principal'] },
    askedBy: { cis7: ['3.1.4'], securityHub: ['CloudTrail.6'], nist80053: ['AC-3', 'AU-9(2)'] },
  },
  {
    id: 'LOG-04',
    severity: 'high',
    promise: {
      en: 'Nobody deletes a log before its time: Object Lock for the whole retention',
      ja: '保存期間が終わるまで誰もログを削除できない（Object Lock）',
    },
    implementedBy: ['constructs/trail-bucket.ts', 'policies/service-control/protect-organization-trail.ts'],
    shownBy: { rules: ['trail-bucket-object-lock'], policies: ['protect-organization-trail'] },
    askedBy: { nist80053: ['AU-9', 'AU-11'] },
  },
  {
    id: 'LOG-05',
    severity: 'high',
    promise: {
      en: 'Logs are encrypted with a key of the log archive that only the trail can use to write',
      ja: 'ログはログアーカイブの鍵で暗号化され、その鍵で書き込めるのは証跡だけである',
    },
    implementedBy: ['constructs/trail-key.ts'],
    shownBy: { rules: ['trail-encrypted-with-customer-key'], checks: ['trail-bucket-in-log-archive'] },
    askedBy: { cis7: ['4.5', '4.6'], securityHub: ['CloudTrail.2'], nist80053: ['AU-9(3)', 'SC-12', 'SC-28'] },
  },
  {
    id: 'LOG-06',
    severity: 'high',
    promise: {
      en: 'Buckets accept encrypted connections only and are never public',
      ja: 'バケットは暗号化された接続だけを受け付け、公開されない',
    },
    implementedBy: ['constructs/trail-bucket.ts', 'constructs/findings-bucket.ts'],
    shownBy: { rules: ['bucket-policy-denies-insecure-transport', 'bucket-policy-no-wildcard-principal'] },
    askedBy: { cis7: ['3.1.1', '3.1.4'], securityHub: ['S3.1', 'S3.5', 'S3.8'], nist80053: ['AC-3', 'SC-8'] },
  },
  {
    id: 'LOG-07',
    severity: 'high',
    promise: {
      en: 'Nobody in a member account stops or changes the organization trail',
      ja: 'メンバーアカウントの誰も組織の証跡を止めたり変えたりできない',
    },
    implementedBy: ['policies/service-control/protect-organization-trail.ts'],
    shownBy: { policies: ['protect-organization-trail'] },
    askedBy: { cis7: ['2.1.2', '5.5'], nist80053: ['AC-6', 'AU-9(4)'] },
  },
  {
    id: 'LOG-08',
    severity: 'medium',
    promise: {
      en: 'Guardrails, agents and knowledge bases leave evidence, and the trail never records itself (profiles small, regulated)',
      ja: 'ガードレール・エージェント・ナレッジベースの利用が記録され、証跡が自身を記録することはない（small・regulated）',
    },
    implementedBy: ['constructs/trail-event-selectors.ts', 'config/profiles.ts'],
    shownBy: { tests: ['test/stacks/management-trail-stack.test.ts', 'test/constructs/trail-event-selectors.test.ts'] },
    askedBy: { nist80053: ['AU-2', 'AU-3'] },
  },
  {
    id: 'LOG-09',
    severity: 'medium',
    promise: {
      en: 'Dangerous changes in any account raise an alarm within minutes (profiles small, regulated)',
      ja: 'どのアカウントでも危険な変更は数分以内にアラームになる（small・regulated）',
    },
    implementedBy: [
      'constructs/cis-benchmark-changes.ts',
      'constructs/baseline-changes.ts',
      'constructs/trail-alarms.ts',
    ],
    shownBy: { tests: ['test/constructs/dangerous-change.test.ts', 'test/stacks/management-trail-stack.test.ts'] },
    askedBy: {
      cis7: Array.from({ length: 15 }, (_, index) => `5.${index + 1}`),
      securityHub: Array.from({ length: 14 }, (_, index) => `CloudWatch.${index + 1}`),
      nist80053: ['AU-6', 'SI-4', 'IR-5'],
    },
  },
  {
    id: 'LOG-11',
    severity: 'medium',
    promise: {
      en: 'Every log group expires, and is encrypted with a customer managed key',
      ja: 'すべてのロググループに保存期間があり、カスタマーマネージドキーで暗号化される',
    },
    implementedBy: ['constructs/baseline-function.ts', 'constructs/encryption-key.ts'],
    shownBy: { rules: ['log-group-retention', 'log-group-customer-key', 'function-has-log-group-with-retention'] },
    askedBy: { nist80053: ['AU-11', 'SC-28'] },
  },
  {
    id: 'LOG-12',
    severity: 'high',
    promise: {
      en: 'Every day it is proven that the log archive is whole, and a change, a gap or a missing proof alarms',
      ja: 'ログアーカイブの完全性が毎日証明され、改変・欠落・検証漏れがあれば警報が上がる',
    },
    implementedBy: ['stacks/log-archive-integrity-stack.ts', 'functions/validate-digests.ts', 'integrity/validate.ts'],
    shownBy: {
      tests: ['test/stacks/log-archive-integrity-stack.test.ts', 'test/functions/validate-digests.test.ts'],
    },
    askedBy: { nist80053: ['AU-6', 'AU-9', 'AU-10', 'SI-7'] },
  },
];
