import type { QueryCase } from '../case';
import { event } from '../trail-event';

const converse = {
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  requestParameters: { modelId: 'global.amazon.nova-2-lite-v1:0' },
} as const;
const row = {
  account: '444455556666',
  principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
  source_ip: '203.0.113.7',
  model: 'amazon.nova-2-lite-v1:0',
};

export const inferenceOutsideGeographyCase: QueryCase = {
  id: 'inference-outside-geography',
  events: [
    event({ ...converse, additionalEventData: { inferenceRegion: 'eu-west-1' } }),
    event({
      ...converse,
      eventTime: '2026-11-24T13:00:00Z',
      awsRegion: 'sa-east-1',
      errorCode: 'AccessDenied',
      requestParameters: { modelId: 'amazon.nova-2-lite-v1:0' },
    }),
  ],
  nearMisses: {
    'a model that ran where the approved profile leads': event({
      ...converse,
      additionalEventData: { inferenceRegion: 'ap-northeast-3' },
    }),
    'a model that ran where it was called': event(converse),
    'another call of Bedrock outside': event({ ...converse, awsRegion: 'sa-east-1', eventName: 'ListGuardrails' }),
  },
  rows: [
    {
      ...row,
      event_time: '2026-11-24T12:00:00Z',
      aws_region: 'ap-northeast-1',
      ran_in: 'eu-west-1',
      inference_profile: 'global.amazon.nova-2-lite-v1:0',
      outcome: 'succeeded',
    },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      aws_region: 'sa-east-1',
      ran_in: 'sa-east-1',
      inference_profile: null,
      outcome: 'AccessDenied',
    },
  ],
};
