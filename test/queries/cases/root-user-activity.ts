import type { QueryCase } from '../case';
import { event } from '../trail-event';

const root = {
  type: 'Root',
  principalId: '444455556666',
  arn: 'arn:aws:iam::444455556666:root',
  accountId: '444455556666',
};
const createKey = { eventSource: 'iam.amazonaws.com', eventName: 'CreateAccessKey', awsRegion: 'us-east-1' } as const;
const row = { account: '444455556666', source_ip: '203.0.113.7', aws_region: 'us-east-1' };

export const rootUserActivityCase: QueryCase = {
  id: 'root-user-activity',
  events: [
    event({ ...createKey, userIdentity: root, errorCode: 'AccessDenied' }),
    event({
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      awsRegion: 'us-east-1',
      userIdentity: root,
      eventTime: '2026-11-24T12:30:00Z',
    }),
    event({
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoot',
      awsRegion: 'us-east-1',
      eventTime: '2026-11-24T13:00:00Z',
    }),
  ],
  nearMisses: {
    'an administrator': event(createKey),
    'what AWS does in the name of the account': event({
      ...createKey,
      eventName: 'CreateServiceLinkedRole',
      userIdentity: { ...root, invokedBy: 'support.amazonaws.com' },
    }),
    'an event of a service': event({ ...createKey, userIdentity: root, eventType: 'AwsServiceEvent' }),
    AssumeRole: event({ eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' }),
  },
  rows: [
    {
      ...row,
      event_time: '2026-11-24T12:00:00Z',
      principal: 'arn:aws:iam::444455556666:root',
      service: 'iam.amazonaws.com',
      action: 'CreateAccessKey',
      outcome: 'AccessDenied',
    },
    {
      ...row,
      event_time: '2026-11-24T12:30:00Z',
      principal: 'arn:aws:iam::444455556666:root',
      service: 'signin.amazonaws.com',
      action: 'ConsoleLogin',
      outcome: 'succeeded',
    },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      service: 'sts.amazonaws.com',
      action: 'AssumeRoot',
      outcome: 'succeeded',
    },
  ],
};
