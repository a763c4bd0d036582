import type { QueryCase } from '../case';
import { event } from '../trail-event';

const converse = { eventSource: 'bedrock.amazonaws.com', eventName: 'Converse' } as const;
const create = {
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateServiceSpecificCredential',
  awsRegion: 'us-east-1',
} as const;
const row = {
  account: '444455556666',
  principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
  source_ip: '203.0.113.7',
};

export const bedrockApiKeyUseCase: QueryCase = {
  id: 'bedrock-api-key-use',
  events: [
    event({ ...converse, additionalEventData: { callWithBearerToken: true } }),
    event({
      eventSource: 'bedrock-mantle.amazonaws.com',
      eventName: 'ListModels',
      eventTime: '2026-11-24T13:00:00Z',
      requestParameters: { callWithBearerToken: true, bearerTokenType: 'SHORT_TERM' },
      errorCode: 'AccessDenied',
    }),
    event({
      ...create,
      eventTime: '2026-11-24T14:00:00Z',
      requestParameters: { userName: 'robot', serviceName: 'bedrock.amazonaws.com' },
    }),
    // A reset names no service, only the credential: it might be one of Bedrock.
    event({
      ...create,
      eventName: 'ResetServiceSpecificCredential',
      eventTime: '2026-11-24T15:00:00Z',
      requestParameters: { serviceSpecificCredentialId: 'ACCAEXAMPLE' },
    }),
  ],
  nearMisses: {
    'a signed call': event({ ...converse, additionalEventData: { callWithBearerToken: false } }),
    'a call that says nothing of a key': event(converse),
    'a credential of another service': event({
      ...create,
      requestParameters: { userName: 'robot', serviceName: 'codecommit.amazonaws.com' },
    }),
    'a service event about such a call': event({
      ...converse,
      eventType: 'AwsServiceEvent',
      additionalEventData: { callWithBearerToken: true },
    }),
  },
  rows: [
    {
      ...row,
      event_time: '2026-11-24T12:00:00Z',
      aws_region: 'ap-northeast-1',
      service: 'bedrock.amazonaws.com',
      action: 'Converse',
      outcome: 'succeeded',
    },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      aws_region: 'ap-northeast-1',
      service: 'bedrock-mantle.amazonaws.com',
      action: 'ListModels',
      outcome: 'AccessDenied',
    },
    {
      ...row,
      event_time: '2026-11-24T14:00:00Z',
      aws_region: 'us-east-1',
      service: 'iam.amazonaws.com',
      action: 'CreateServiceSpecificCredential',
      outcome: 'succeeded',
    },
    {
      ...row,
      event_time: '2026-11-24T15:00:00Z',
      aws_region: 'us-east-1',
      service: 'iam.amazonaws.com',
      action: 'ResetServiceSpecificCredential',
      outcome: 'succeeded',
    },
  ],
};
