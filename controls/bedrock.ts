import type { Control } from './control';

/** Promises about Amazon Bedrock: which models, behind what, and who asked. */
export const bedrockControls: readonly Control[] = [
  {
    id: 'BED-01',
    severity: 'critical',
    promise: {
      en: 'Only approved models answer, however they are called',
      ja: 'どのように呼び出しても、応答するのは承認済みのモデルだけである',
    },
    implementedBy: ['policies/service-control/limit-bedrock-models.ts'],
    shownBy: { policies: ['limit-bedrock-models'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AC-3', 'CM-7', 'SA-9'], owaspLlm: ['LLM03'] },
  },
  {
    id: 'BED-02',
    severity: 'high',
    promise: {
      en: 'Every question and answer is logged, in the account where it was asked',
      ja: 'すべての質問と回答が、質問されたアカウントの中で記録される',
    },
    implementedBy: ['settings/bedrock-invocation-logging.ts', 'stacks/workload-bedrock-stack.ts'],
    shownBy: { settings: ['bedrock-invocation-logging'], checks: ['bedrock-guarded-and-logged'] },
    askedBy: { nist80053: ['AU-2', 'AU-12'], owaspLlm: ['LLM02', 'LLM06'] },
  },
  {
    id: 'BED-03',
    severity: 'high',
    promise: {
      en: 'Who, when and what is kept for the time its class asks for, encrypted',
      ja: '誰が・いつ・何をは、区分に応じた期間、暗号化して保存される',
    },
    implementedBy: ['config/retention-classes.ts', 'stacks/workload-bedrock-stack.ts'],
    shownBy: { rules: ['log-group-retention', 'log-group-customer-key'] },
    askedBy: { nist80053: ['AU-3', 'AU-11', 'SC-28'] },
  },
  {
    id: 'BED-05',
    severity: 'high',
    promise: {
      en: 'A guardrail stops prompt attacks and personal data, in Japanese too',
      ja: 'ガードレールが、日本語でもプロンプト攻撃と個人データを止める',
    },
    implementedBy: ['constructs/bedrock-guardrail.ts', 'config/guardrail-profiles.ts'],
    shownBy: {
      rules: [
        'bedrock-guardrail-prompt-attack-filter-high',
        'bedrock-guardrail-sensitive-information-filter',
        'bedrock-guardrail-encrypted-with-customer-key',
        'bedrock-guardrail-version-retained',
      ],
    },
    askedBy: { nist80053: ['SI-10', 'SI-15'], owaspLlm: ['LLM01', 'LLM02', 'LLM05'] },
  },
  {
    id: 'BED-09',
    severity: 'critical',
    promise: {
      en: 'Models keep nothing: zero data retention in every governed region',
      ja: 'モデルは何も保持しない（統制対象の全リージョンでデータ保持なし）',
    },
    implementedBy: ['settings/bedrock-data-retention.ts', 'stacks/workload-account-stack.ts'],
    shownBy: { settings: ['bedrock-data-retention'], checks: ['data-retention-covers-regions'] },
    askedBy: { nist80053: ['PT-2', 'SA-9', 'SI-12'], owaspLlm: ['LLM02'] },
  },
  {
    id: 'BED-10',
    severity: 'high',
    promise: {
      en: 'The caller may use one named profile behind one named guardrail, and nothing else',
      ja: '呼び出し元が使えるのは、指定のガードレールを通した指定のプロファイルだけである',
    },
    implementedBy: ['policies/bedrock-caller-role.ts', 'constructs/bedrock-caller-role.ts'],
    shownBy: { tests: ['test/policies/bedrock-caller-role.test.ts'] },
    askedBy: { cis7: ['2.14'], nist80053: ['AC-6'], owaspLlm: ['LLM06'] },
  },
  {
    id: 'BED-12',
    severity: 'medium',
    promise: {
      en: 'One dashboard shows who, what was stopped, and what it costs',
      ja: '誰が使い、何が止められ、いくらかかったかを 1 つのダッシュボードで見られる',
    },
    implementedBy: ['constructs/bedrock-dashboard.ts'],
    shownBy: { tests: ['test/stacks/workload-bedrock-stack.test.ts'] },
    askedBy: { nist80053: ['AU-6'] },
  },
  {
    id: 'CST-01',
    severity: 'medium',
    promise: {
      en: 'A budget on the whole account warns before the month is over',
      ja: 'アカウント全体の予算が、月末になる前に警告する',
    },
    implementedBy: ['stacks/workload-account-stack.ts'],
    shownBy: { tests: ['test/stacks/workload-account-stack.test.ts'] },
    askedBy: { nist80053: ['SC-5'], owaspLlm: ['LLM10'] },
  },
];
