import { unattributedUse } from './unattributed-use';

/** A query that waits in the console of CloudWatch Logs Insights. */
export interface InsightsQuery {
  readonly name: string;
  /** `invocations` holds prompts and answers, `audit` who asked when with what outcome. */
  readonly log: 'invocations' | 'audit';
  readonly lines: readonly string[];
}

/** What people ask the two logs of Amazon Bedrock. Those of the invocation log need the permission to read prompts. */
export const insightsQueries: readonly InsightsQuery[] = [
  {
    name: 'who-asked-what-when',
    log: 'invocations',
    lines: [
      [
        'fields @timestamp, requestMetadata.slack_user as who, requestMetadata.slack_channel as channel, modelId',
        'input.inputBodyJson.messages.0.content.0.text as asked',
        'output.outputBodyJson.output.message.content.0.text as answered, requestId',
      ].join(', '),
      'sort @timestamp desc',
      'limit 200',
    ],
  },
  {
    name: 'who-asked-when',
    log: 'audit',
    lines: [
      'filter ispresent(eventId)',
      'fields @timestamp, who.slackUser, who.slackChannel, what.profile, result.outcome, tokens.in, tokens.out, eventId, bedrockRequestId',
      'sort @timestamp desc',
      'limit 200',
    ],
  },
  // Nothing is expected here: whatever it finds went around the assistant.
  { name: 'use-nobody-signed-for', log: 'invocations', lines: unattributedUse },
  {
    name: 'tokens-per-person-and-day',
    log: 'invocations',
    lines: [
      'stats sum(input.inputTokenCount) as tokensIn, sum(output.outputTokenCount) as tokensOut, count() as calls by requestMetadata.slack_user, bin(1d)',
      'sort tokensOut desc',
    ],
  },
  {
    name: 'who-was-blocked',
    log: 'audit',
    lines: [
      'filter result.outcome like /^blocked/ or result.outcome = "rate_limited"',
      'stats count() as times, max(@timestamp) as latest by who.slackUser, result.outcome, result.policyTypes.0',
      'sort times desc',
    ],
  },
  {
    name: 'what-failed',
    log: 'audit',
    lines: [
      'filter result.outcome = "error"',
      'fields @timestamp, eventId, who.slackUser, result.error, bedrockRequestId',
      'sort @timestamp desc',
      'limit 200',
    ],
  },
];
