import type { LogAlarm } from './log-alarm';

/** What goes wrong with the assistant in Slack and is seen in a log. The functions log JSON, which Lambda puts below `message`. */
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
} as const satisfies Record<string, LogAlarm<'ingress' | 'worker' | 'audit'>>;
