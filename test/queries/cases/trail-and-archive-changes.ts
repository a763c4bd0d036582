import type { QueryCase } from '../case';
import { event, logArchiveAccount } from '../trail-event';

const stop = {
  eventSource: 'cloudtrail.amazonaws.com',
  eventName: 'StopLogging',
  requestParameters: { name: 'example-organization-trail' },
} as const;
const lifecycle = {
  eventSource: 's3.amazonaws.com',
  eventName: 'PutBucketLifecycle',
  recipientAccountId: logArchiveAccount,
  requestParameters: { bucketName: 'example-trail-222233334444-ap-northeast-1' },
} as const;
const disable = {
  eventSource: 'kms.amazonaws.com',
  eventName: 'DisableKey',
  recipientAccountId: logArchiveAccount,
  requestParameters: { keyId: 'k' },
} as const;
const row = {
  account: logArchiveAccount,
  aws_region: 'ap-northeast-1',
  principal: `arn:aws:sts::${logArchiveAccount}:assumed-role/assistant/session`,
  source_ip: '203.0.113.7',
  outcome: 'succeeded',
};

export const trailAndArchiveChangesCase: QueryCase = {
  id: 'trail-and-archive-changes',
  events: [
    event({ ...stop, errorCode: 'AccessDenied' }),
    event({ ...lifecycle, eventTime: '2026-11-24T13:00:00Z' }),
    event({ ...disable, eventTime: '2026-11-24T14:00:00Z' }),
  ],
  nearMisses: {
    'a trail that was read': event({ ...stop, eventName: 'GetTrailStatus' }),
    'another bucket': event({ ...lifecycle, requestParameters: { bucketName: 'example-website' } }),
    'an object in the bucket': event({ ...lifecycle, eventName: 'PutObject' }),
    'a key of another account': event({ ...disable, recipientAccountId: '444455556666' }),
    'a key that was used': event({ ...disable, eventName: 'Decrypt' }),
  },
  rows: [
    {
      ...row,
      event_time: '2026-11-24T12:00:00Z',
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      service: 'cloudtrail.amazonaws.com',
      action: 'StopLogging',
      outcome: 'AccessDenied',
      request: '{"name":"example-organization-trail"}',
    },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      service: 's3.amazonaws.com',
      action: 'PutBucketLifecycle',
      request: '{"bucketName":"example-trail-222233334444-ap-northeast-1"}',
    },
    {
      ...row,
      event_time: '2026-11-24T14:00:00Z',
      service: 'kms.amazonaws.com',
      action: 'DisableKey',
      request: '{"keyId":"k"}',
    },
  ],
};
