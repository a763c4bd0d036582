import type { TrailEvent } from './trail-event';

/** Something that people are told of as soon as it stands in the organization trail. */
export interface WatchedChange {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly matches: (event: TrailEvent) => boolean;
}

const succeeded = (event: TrailEvent, eventSource: string, eventNames: readonly string[]) =>
  event.errorCode === undefined && event.eventSource === eventSource && eventNames.includes(event.eventName ?? '');

/**
 * The changes that are told one by one, with who and where; alarms say of many more only that they happened. The subscription filter of
 * constructs/watched-events.ts lets through what is matched here, and a test holds the two together.
 */
export const watchedChanges: readonly WatchedChange[] = [
  {
    id: 'bedrock-safeguard-changed',
    title: {
      en: 'A guardrail, the invocation log or the data retention of Amazon Bedrock was changed',
      ja: 'Amazon Bedrock のガードレール・呼び出しログ・データ保持のいずれかが変更されました',
    },
    matches: (event) =>
      succeeded(event, 'bedrock.amazonaws.com', [
        ...['PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'],
        ...['UpdateGuardrail', 'DeleteGuardrail', 'PutAccountDataRetention'],
        ...['PutEnforcedGuardrailConfiguration', 'DeleteEnforcedGuardrailConfiguration'],
      ]),
  },
  {
    id: 'trail-changed',
    title: {
      en: 'A CloudTrail trail was changed, stopped or deleted',
      ja: 'CloudTrail の証跡が変更・停止・削除されました',
    },
    matches: (event) =>
      succeeded(event, 'cloudtrail.amazonaws.com', ['UpdateTrail', 'DeleteTrail', 'StopLogging', 'PutEventSelectors']),
  },
  {
    id: 'root-used',
    title: { en: 'The root user of an account was used', ja: 'アカウントのルートユーザーが使われました' },
    matches: ({ userIdentity, eventType }) =>
      userIdentity?.type === 'Root' && userIdentity.invokedBy === undefined && eventType !== 'AwsServiceEvent',
  },
  {
    id: 'break-glass-used',
    title: {
      en: 'Somebody took the break-glass permission set',
      ja: '緊急用（break-glass）の許可セットが使われました',
    },
    matches: (event) =>
      succeeded(event, 'sts.amazonaws.com', ['AssumeRoleWithSAML']) &&
      /\/AWSReservedSSO_break-glass-administrator_/.test(String(event.requestParameters?.roleArn ?? '')),
  },
  {
    id: 'policy-detached',
    title: {
      en: 'An organization policy was detached, deleted or its type switched off',
      ja: '組織のポリシーがデタッチ・削除されたか、ポリシータイプが無効化されました',
    },
    matches: (event) =>
      succeeded(event, 'organizations.amazonaws.com', ['DetachPolicy', 'DeletePolicy', 'DisablePolicyType']),
  },
];
