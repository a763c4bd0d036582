import type { QueryCase } from '../case';
import { event, role, type TrailEvent } from '../trail-event';

const user = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLE',
  arn: 'arn:aws:iam::444455556666:user/taro',
  accountId: '444455556666',
  userName: 'taro',
};
const signIn = (over: Partial<TrailEvent>) =>
  event({
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    eventType: 'AwsConsoleSignIn',
    awsRegion: 'us-east-1',
    userAgent: 'Mozilla/5.0',
    userIdentity: user,
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { LoginTo: 'https://console.aws.amazon.com/', MobileVersion: 'No', MFAUsed: 'No' },
    ...over,
  });
const row = {
  account: '444455556666',
  principal: 'arn:aws:iam::444455556666:user/taro',
  source_ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0',
};

export const consoleSignInWithoutMfaCase: QueryCase = {
  id: 'console-sign-in-without-mfa',
  events: [
    signIn({}),
    signIn({
      userIdentity: { type: 'Root', principalId: '444455556666', arn: 'arn:aws:iam::444455556666:root' },
      eventTime: '2026-11-24T13:00:00Z',
      additionalEventData: null,
    }),
  ],
  nearMisses: {
    'a sign-in with MFA': signIn({ additionalEventData: { MFAUsed: 'Yes' } }),
    'a sign-in that failed': signIn({ responseElements: { ConsoleLogin: 'Failure' } }),
    'somebody from IAM Identity Center': signIn({ userIdentity: role('AWSReservedSSO_operator_1a2b', 'hanako') }),
    'a change of role in the console': signIn({ eventName: 'SwitchRole' }),
  },
  rows: [
    { ...row, event_time: '2026-11-24T12:00:00Z', user_type: 'IAMUser' },
    {
      ...row,
      event_time: '2026-11-24T13:00:00Z',
      user_type: 'Root',
      principal: 'arn:aws:iam::444455556666:root',
    },
  ],
};
