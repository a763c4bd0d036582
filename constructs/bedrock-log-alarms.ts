import type { LogAlarm } from './log-alarm';

/** What goes wrong wherever Amazon Bedrock is used, with an assistant in Slack or without, and is seen in its two logs. */
export const bedrockLogAlarms = {
  'use-nobody-signed-for': {
    log: 'invocations',
    pattern: '{ $.schemaType = "ModelInvocationLog" && $.requestMetadata.slack_user NOT EXISTS }',
    threshold: 1,
    description: {
      en: 'Somebody used Amazon Bedrock around the assistant: the call says nobody who asked. `ishizue audit who-asked` tells who.',
      ja: 'アシスタントを経由しない Amazon Bedrock の利用がありました。呼び出しに質問者が記録されていません。`ishizue audit who-asked` で調べられます。',
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
} as const satisfies Record<string, LogAlarm<'invocations' | 'audit'>>;
