import type { QueryCase } from '../case';
import { event } from '../trail-event';

const update = { eventSource: 'bedrock.amazonaws.com', eventName: 'UpdateGuardrail' } as const;
const row = {
  account: '444455556666',
  aws_region: 'ap-northeast-1',
  principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
  source_ip: '203.0.113.7',
};

export const bedrockSafeguardChangesCase: QueryCase = {
  id: 'bedrock-safeguard-changes',
  events: [
    event({
      ...update,
      requestParameters: { guardrailIdentifier: 'a1b2c3', blockedInputMessaging: 'このご質問にはお答えできません。' },
    }),
    event({
      ...update,
      eventName: 'DeleteModelInvocationLoggingConfiguration',
      eventTime: '2026-11-24T13:00:00Z',
      errorCode: 'AccessDenied',
    }),
    event({
      ...update,
      eventName: 'PutAccountDataRetention',
      eventTime: '2026-11-24T14:00:00Z',
      requestParameters: { mode: 'default' },
    }),
  ],
  nearMisses: {
    'a guardrail that was read': event({ ...update, eventName: 'GetGuardrail', readOnly: true }),
    'a guardrail that was applied': event({ ...update, eventName: 'ApplyGuardrail', eventCategory: 'Data' }),
    'a resource policy of another service': event({
      eventSource: 'logs.amazonaws.com',
      eventName: 'PutResourcePolicy',
    }),
  },
  rows: [
    {
      ...row,
      event_time: '2026-11-24T12:00:00Z',
      action: 'UpdateGuardrail',
      outcome: 'succeeded',
      request: '{"guardrailIdentifier":"a1b2c3","blockedInputMessaging":"このご質問にはお答えできません。"}',
    },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      action: 'DeleteModelInvocationLoggingConfiguration',
      outcome: 'AccessDenied',
      request: null,
    },
    {
      ...row,
      event_time: '2026-11-24T14:00:00Z',
      action: 'PutAccountDataRetention',
      outcome: 'succeeded',
      request: '{"mode":"default"}',
    },
  ],
};
