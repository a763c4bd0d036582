import type { QueryCase } from '../case';
import { event, role } from '../trail-event';

const breakGlass = role('AWSReservedSSO_break-glass-administrator_1a2b3c', 'hanako');
const put = {
  eventSource: 'ssm.amazonaws.com',
  eventName: 'PutParameter',
  requestParameters: { name: '/復旧/手順', description: '緊急対応 #42' },
} as const;

export const breakGlassUseCase: QueryCase = {
  id: 'break-glass-use',
  events: [event({ ...put, userIdentity: breakGlass })],
  nearMisses: {
    'another permission set': event({ ...put, userIdentity: role('AWSReservedSSO_platform-administrator_1a2b', 'x') }),
    'a role that only ends like it': event({
      ...put,
      userIdentity: role('not-AWSReservedSSO_break-glass-administrator_1a2b3c', 'x'),
    }),
    'a user without a session': event({
      ...put,
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::444455556666:user/taro', userName: 'taro' },
    }),
  },
  rows: [
    {
      event_time: '2026-11-24T12:00:00Z',
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_break-glass-administrator_1a2b3c/hanako',
      source_ip: '203.0.113.7',
      aws_region: 'ap-northeast-1',
      service: 'ssm.amazonaws.com',
      action: 'PutParameter',
      read_only: 'false',
      outcome: 'succeeded',
      request: '{"name":"/復旧/手順","description":"緊急対応 #42"}',
    },
  ],
};
