import type { LocalizedText } from './localized-text';

/** An alarm on how often something is in a log. */
export interface LogAlarm {
  /** Which log is read. */
  readonly log: 'ingress' | 'worker' | 'audit' | 'invocations';
  readonly pattern: string;
  /** How often in five minutes is too often. */
  readonly threshold: number;
  readonly description: LocalizedText;
}

/** What goes wrong and is seen in a log. The functions log JSON, which Lambda puts below `message`. */
export const logAlarms = {
  'signature-failures': {
    log: 'ingress',
    pattern: '{ $.message.event = "refused" && $.message.statusCode = 401 }',
    threshold: 10,
    description: {
      en: 'Requests that Slack did not sign reach the assistant. Somebody is trying the address, or the signing secret is out of date.',
      ja: 'Slack の署名がないリクエストが届いています。第三者による試行か、署名シークレットが古い可能性があります。',
    },
  },
  'ingress-unavailable': {
    log: 'ingress',
    pattern: '{ $.message.event = "refused" && $.message.statusCode = 503 }',
    threshold: 1,
    description: {
      en: 'Questions from Slack cannot be taken: the signing secret has no value, or the queue cannot be reached.',
      ja: 'Slack からの質問を受け付けられません。署名シークレットが未設定か、キューに接続できません。',
    },
  },
  'answers-withheld': {
    log: 'worker',
    pattern: '{ $.message.event = "withheld" }',
    threshold: 1,
    description: {
      en: 'Audit records cannot be written. Answers are withheld until they can.',
      ja: '監査記録を書き込めません。書き込めるまで回答は保留されます。',
    },
  },
  'budget-used-up': {
    log: 'audit',
    pattern: '{ $.result.outcome = "rate_limited" }',
    threshold: 1,
    description: {
      en: 'Somebody, or everybody, has used up the tokens of the day.',
      ja: '1 日分のトークンを使い切った人がいるか、全体の枠を使い切りました。',
    },
  },
  'model-throttled': {
    log: 'audit',
    pattern: '{ $.result.error = "ThrottlingException" }',
    threshold: 3,
    description: {
      en: 'Amazon Bedrock throttles the assistant. People wait; the quota may be too small.',
      ja: 'Amazon Bedrock にスロットリングされています。回答が遅れており、クォータが不足している可能性があります。',
    },
  },
  'use-nobody-signed-for': {
    log: 'invocations',
    pattern: '{ $.requestMetadata.slack_user NOT EXISTS }',
    threshold: 1,
    description: {
      en: 'Somebody used Amazon Bedrock around the assistant: the call says nobody who asked.',
      ja: 'アシスタントを経由しない Amazon Bedrock の利用がありました。呼び出しに質問者が記録されていません。',
    },
  },
} as const satisfies Record<string, LogAlarm>;
