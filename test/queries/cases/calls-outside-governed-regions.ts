import type { QueryCase } from '../case';
import { event } from '../trail-event';

const runInstances = { eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances', awsRegion: 'sa-east-1' } as const;

export const callsOutsideGovernedRegionsCase: QueryCase = {
  id: 'calls-outside-governed-regions',
  events: [
    event({ ...runInstances, errorCode: 'Client.UnauthorizedOperation' }),
    event({ ...runInstances, errorCode: 'Client.UnauthorizedOperation', eventTime: '2026-11-24T14:00:00Z' }),
    event({ ...runInstances, eventTime: '2026-11-24T15:00:00Z' }),
  ],
  nearMisses: {
    'a governed region': event({ ...runInstances, awsRegion: 'us-east-1' }),
    'a service without regions': event({ ...runInstances, eventSource: 'iam.amazonaws.com', awsRegion: 'us-west-2' }),
    'a service on its own': event({
      ...runInstances,
      userIdentity: { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' },
    }),
    'what a service did with a role': event({
      ...runInstances,
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::444455556666:assumed-role/x/y',
        invokedBy: 'a.amazonaws.com',
      },
    }),
    'an event of a service': event({ ...runInstances, eventType: 'AwsServiceEvent' }),
  },
  rows: [
    {
      account: '444455556666',
      aws_region: 'sa-east-1',
      service: 'ec2.amazonaws.com',
      action: 'RunInstances',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      source_ip: '203.0.113.7',
      outcome: 'Client.UnauthorizedOperation',
      calls: 2,
      first_call: '2026-11-24T12:00:00Z',
      last_call: '2026-11-24T14:00:00Z',
    },
    {
      account: '444455556666',
      aws_region: 'sa-east-1',
      service: 'ec2.amazonaws.com',
      action: 'RunInstances',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      source_ip: '203.0.113.7',
      outcome: 'succeeded',
      calls: 1,
      first_call: '2026-11-24T15:00:00Z',
      last_call: '2026-11-24T15:00:00Z',
    },
  ],
};
