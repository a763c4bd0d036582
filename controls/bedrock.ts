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
    implementedBy: [
      'settings/bedrock-invocation-logging.ts',
      'stacks/workload-bedrock-stack.ts',
      'stacks/workload-invocation-log-stack.ts',
      'policies/service-control/limit-regions.ts',
      'policies/service-control/deny-bedrock-side-doors.ts',
    ],
    shownBy: {
      settings: ['bedrock-invocation-logging'],
      checks: ['bedrock-guarded-and-logged'],
      policies: ['limit-regions', 'deny-bedrock-side-doors'],
    },
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
    id: 'BED-04',
    severity: 'high',
    promise: {
      en: 'Nobody but deployments and administrators changes guardrails or the record of prompts',
      ja: 'ガードレールとプロンプトの記録は、デプロイと管理者だけが変更できる',
    },
    implementedBy: ['policies/service-control/protect-bedrock-evidence.ts'],
    shownBy: { policies: ['protect-bedrock-evidence'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AU-9', 'CM-5'] },
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
    id: 'BED-07',
    severity: 'high',
    promise: {
      en: 'No API key works at any endpoint for models, and no long-lived one is made',
      ja: 'モデルのどのエンドポイントでも API キーは使えず、長期のキーは作れない',
    },
    implementedBy: ['policies/service-control/deny-bedrock-api-keys.ts'],
    shownBy: { policies: ['deny-bedrock-api-keys'] },
    askedBy: { cis7: ['2.12'], securityHub: ['IAM.3'], nist80053: ['AC-2', 'IA-5'] },
  },
  {
    id: 'BED-08',
    severity: 'high',
    promise: {
      en: 'Ways to a model without guardrails and invocation log are closed, unless the organization opens one',
      ja: 'ガードレールと呼び出しログのない経路は、組織が選んで開けたもの以外すべて閉じている',
    },
    implementedBy: ['policies/service-control/deny-bedrock-side-doors.ts'],
    shownBy: { policies: ['deny-bedrock-side-doors'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['AC-3', 'CM-7'], owaspLlm: ['LLM03'] },
  },
  {
    id: 'BED-09',
    severity: 'critical',
    promise: {
      en: 'Models keep nothing: zero data retention in every governed region',
      ja: 'モデルは何も保持しない（統制対象の全リージョンでデータ保持なし）',
    },
    implementedBy: [
      'settings/bedrock-data-retention.ts',
      'policies/service-control/protect-zero-data-retention.ts',
      'stacks/workload-account-stack.ts',
    ],
    shownBy: {
      settings: ['bedrock-data-retention'],
      checks: ['data-retention-covers-regions'],
      policies: ['protect-zero-data-retention'],
    },
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
    shownBy: { tests: ['test/policies/bedrock-caller-role.test.ts', 'test/policies/assistant-chain.test.ts'] },
    askedBy: { cis7: ['2.14'], nist80053: ['AC-6'], owaspLlm: ['LLM06'] },
  },
  {
    id: 'BED-11',
    severity: 'medium',
    promise: {
      en: 'No prompt is processed outside its geography, unless a global profile is approved',
      ja: 'グローバルプロファイルを承認しない限り、プロンプトは地域の外で処理されない',
    },
    implementedBy: ['policies/service-control/deny-global-inference.ts', 'policies/service-control/limit-regions.ts'],
    shownBy: { policies: ['deny-global-inference', 'limit-regions'] },
    askedBy: { cis7: ['2.1.2'], nist80053: ['SA-9(5)'] },
  },
  {
    id: 'BED-12',
    severity: 'medium',
    promise: {
      en: 'One dashboard shows who, what was stopped, and what it costs',
      ja: '誰が使い、何が止められ、いくらかかったかを 1 つのダッシュボードで見られる',
    },
    implementedBy: ['constructs/bedrock-dashboard.ts', 'constructs/bedrock-budget-widgets.ts'],
    shownBy: { tests: ['test/constructs/bedrock-dashboard.test.ts', 'test/stacks/workload-bedrock-stack.test.ts'] },
    askedBy: { nist80053: ['AU-6'] },
  },
  {
    id: 'BED-13',
    severity: 'medium',
    promise: {
      en: 'Prompts are read unmasked by one permission set only, besides break-glass',
      ja: 'プロンプトをマスクなしで読めるのは、緊急用を除き 1 つの許可セットだけである',
    },
    implementedBy: ['policies/permission-sets/prompt-log-reader.ts', 'policies/prompt-log-access.ts'],
    shownBy: { tests: ['test/policies/permission-sets.test.ts'] },
    askedBy: { nist80053: ['AC-3', 'AU-6', 'AU-9'], owaspLlm: ['LLM02'] },
  },
  {
    id: 'BED-14',
    severity: 'medium',
    promise: {
      en: 'Only procurement agrees to licenses of models',
      ja: 'モデルの契約に同意できるのは調達の担当者だけである',
    },
    implementedBy: ['policies/service-control/limit-model-agreements.ts'],
    shownBy: { policies: ['limit-model-agreements'] },
    askedBy: { nist80053: ['AC-3', 'SA-9'] },
  },
  {
    id: 'BED-15',
    severity: 'high',
    promise: {
      en: 'Nobody in Slack is answered before who, when and what is on record',
      ja: 'Slack での回答は、誰が・いつ・何をの記録が残ってから投稿される',
    },
    implementedBy: ['functions/assistant/post-reply.ts', 'functions/converse/audit-log.ts'],
    shownBy: { tests: ['test/functions/assistant/exactly-once.test.ts', 'test/local/assistant.test.ts'] },
    askedBy: { nist80053: ['AU-2', 'AU-5', 'AU-12'] },
  },
  {
    id: 'BED-16',
    severity: 'high',
    promise: {
      en: 'A call of a model that does not say who asked raises an alarm, and is told by identity and model',
      ja: '質問者の記録がないモデルの呼び出しは警報を上げ、どの ID がどのモデルを使ったかを示せる',
    },
    implementedBy: ['constructs/bedrock-log-alarms.ts', 'who-asked/unattributed.ts'],
    shownBy: { tests: ['test/constructs/bedrock-alarms.test.ts', 'test/who-asked/who-asked.test.ts'] },
    askedBy: { nist80053: ['AU-6', 'AU-10', 'SI-4'], owaspLlm: ['LLM10'] },
  },
  {
    id: 'BED-17',
    severity: 'medium',
    promise: {
      en: 'Who asked what and when is answered whole, or it is said what is not known',
      ja: '誰が・いつ・何を尋ねたかは漏れなく答えられ、分からないことは分からないと示される',
    },
    implementedBy: ['who-asked/run-who-asked.ts', 'who-asked/parts.ts'],
    shownBy: { tests: ['test/who-asked/who-asked.test.ts', 'test/who-asked/parts.test.ts'] },
    askedBy: { nist80053: ['AU-6', 'AU-7'] },
  },
  {
    id: 'APP-01',
    severity: 'high',
    promise: {
      en: 'The assistant reads only what Slack has signed in the last five minutes, at a limited rate',
      ja: 'アシスタントが読むのは、直近 5 分以内に Slack が署名した要求だけで、受付の速度にも上限がある',
    },
    implementedBy: ['functions/assistant/ingress.ts', 'constructs/slack-http-api.ts'],
    shownBy: { tests: ['test/functions/assistant/ingress.test.ts', 'test/stacks/workload-assistant-stack.test.ts'] },
    askedBy: { securityHub: ['Lambda.1'], nist80053: ['IA-9', 'SC-5', 'SC-8'], owaspLlm: ['LLM10'] },
  },
  {
    id: 'APP-02',
    severity: 'medium',
    promise: {
      en: 'Secrets of the assistant are set by people, and are in no template and no variable',
      ja: 'アシスタントのシークレットは人が登録し、テンプレートにも環境変数にも含まれない',
    },
    implementedBy: ['constructs/empty-secret.ts', 'functions/assistant/secret.ts'],
    shownBy: { tests: ['test/stacks/workload-assistant-stack.test.ts', 'test/functions/assistant/secret.test.ts'] },
    askedBy: { nist80053: ['IA-5', 'SC-12'], owaspLlm: ['LLM02'] },
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
  {
    id: 'CST-02',
    severity: 'medium',
    promise: {
      en: 'In Slack each person and each day has a budget of tokens, and beyond it the model is not called',
      ja: 'Slack では 1 人ごと・1 日ごとにトークンの上限があり、超えるとモデルは呼び出されない',
    },
    implementedBy: ['functions/assistant/token-budget.ts', 'functions/assistant/dynamodb-claims.ts'],
    shownBy: { tests: ['test/functions/assistant/answer-question.test.ts'] },
    askedBy: { nist80053: ['AU-6', 'SC-5'], owaspLlm: ['LLM10'] },
  },
  {
    id: 'CST-03',
    severity: 'medium',
    promise: {
      en: 'A question in Slack is billed once, however often it is delivered, and a call that is lost is repeated once at most',
      ja: 'Slack の質問は何度届いても 1 回だけ課金され、結果の分からない呼び出しをやり直すのは 1 回までである',
    },
    implementedBy: ['functions/assistant/answer-question.ts', 'functions/assistant/claim.ts'],
    shownBy: { tests: ['test/functions/assistant/exactly-once.test.ts'] },
    askedBy: { nist80053: ['SC-5'], owaspLlm: ['LLM10'] },
  },
];
