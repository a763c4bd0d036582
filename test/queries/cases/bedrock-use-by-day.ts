import type { QueryCase } from '../case';
import { event, role } from '../trail-event';

const converse = {
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'ConverseStream',
  requestParameters: { modelId: 'jp.amazon.nova-2-lite-v1:0' },
} as const;
const audit = '333344445555';

export const bedrockUseByDayCase: QueryCase = {
  id: 'bedrock-use-by-day',
  events: [
    event(converse),
    event({ ...converse, userIdentity: role('assistant', 'other') }),
    event({ ...converse, errorCode: 'AccessDenied' }),
    event({ ...converse, eventTime: '2026-11-25T23:59:59Z' }),
    event({ ...converse, recipientAccountId: audit }),
    event({ ...converse, requestParameters: { modelId: 'anthropic.claude-haiku-5-5' } }),
  ],
  nearMisses: {
    'the service event with the tokens of the stream': event({ ...converse, eventType: 'AwsServiceEvent' }),
    'a guardrail applied by itself': event({ ...converse, eventName: 'ApplyGuardrail' }),
  },
  rows: [
    { account: audit, day: '2026/11/24', model: 'amazon.nova-2-lite-v1:0', calls: 1, failed: 0, principals: 1 },
    {
      account: '444455556666',
      day: '2026/11/24',
      model: 'amazon.nova-2-lite-v1:0',
      calls: 3,
      failed: 1,
      principals: 2,
    },
    {
      account: '444455556666',
      day: '2026/11/24',
      model: 'anthropic.claude-haiku-5-5',
      calls: 1,
      failed: 0,
      principals: 1,
    },
    {
      account: '444455556666',
      day: '2026/11/25',
      model: 'amazon.nova-2-lite-v1:0',
      calls: 1,
      failed: 0,
      principals: 1,
    },
  ],
};
