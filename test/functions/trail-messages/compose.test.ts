import { watchedEventsPattern } from '../../../constructs/watched-events';
import { compose } from '../../../functions/trail-messages/compose';
import { foldingTime, ToldChanges } from '../../../functions/trail-messages/told-changes';
import type { TrailEvent } from '../../../functions/trail-messages/trail-event';
import { watchedChanges } from '../../../functions/trail-messages/watched-changes';
import { trailEvent } from '../../helpers/events-of-alerts';
import { metricFilterMatches } from '../../helpers/metric-filter-pattern';

const call = (service: string, eventName: string, fields: object = {}) =>
  trailEvent({ eventSource: `${service}.amazonaws.com`, eventName, ...fields });
const root = { type: 'Root', principalId: '444455556666', arn: 'arn:aws:iam::444455556666:root' };
/** As Identity Center signs a person in to an account. */
const signedIn = {
  type: 'SAMLUser',
  principalId: 'xyzExample=:alice@example.com',
  userName: 'alice@example.com',
  identityProvider: 'xyzExample=',
};
const breakGlass = {
  roleArn:
    'arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_break-glass-administrator_0123456789abcdef',
};

/** For each change an event that must be told, and one that looks like it and must not. */
const examples: Record<string, { readonly told: TrailEvent; readonly untold: TrailEvent }> = {
  'bedrock-safeguard-changed': {
    told: call('bedrock', 'DeleteModelInvocationLoggingConfiguration'),
    untold: call('bedrock', 'GetModelInvocationLoggingConfiguration'),
  },
  'trail-changed': {
    told: call('cloudtrail', 'StopLogging'),
    untold: call('cloudtrail', 'StopLogging', { errorCode: 'AccessDenied' }),
  },
  'root-used': {
    told: call('signin', 'ConsoleLogin', { userIdentity: root, eventType: 'AwsConsoleSignIn' }),
    untold: call('kms', 'Decrypt', { userIdentity: { ...root, invokedBy: 'backup.amazonaws.com' } }),
  },
  'break-glass-used': {
    told: call('sts', 'AssumeRoleWithSAML', { requestParameters: breakGlass, userIdentity: signedIn }),
    untold: call('sts', 'AssumeRoleWithSAML', {
      requestParameters: { roleArn: breakGlass.roleArn.replace('break-glass-administrator', 'security-auditor') },
    }),
  },
  'policy-detached': { told: call('organizations', 'DetachPolicy'), untold: call('iot', 'DetachPolicy') },
};
const once = () => new ToldChanges(() => 0);

describe('the changes of the organization trail', () => {
  test('have an example each', () => {
    expect(Object.keys(examples)).toEqual(watchedChanges.map(({ id }) => id));
  });

  test.each(Object.entries(examples))(
    '%s: is told, and passes the filter in front of the function',
    (_id, { told }) => {
      expect(compose([told], once(), 'en').content).toBeDefined();
      expect(metricFilterMatches(watchedEventsPattern, told)).toBe(true);
    },
  );

  test.each(Object.entries(examples))('%s: what only looks like it is not told', (_id, { untold }) => {
    expect(compose([untold], once(), 'en')).toEqual({});
  });

  test('the filter keeps everyday life away from the function', () => {
    for (const event of [call('s3', 'GetObject'), call('bedrock', 'Converse'), call('sts', 'AssumeRole')]) {
      expect(metricFilterMatches(watchedEventsPattern, event)).toBe(false);
    }
  });

  test('the filter is as long as CloudWatch Logs allows', () => {
    expect(watchedEventsPattern.length).toBeLessThanOrEqual(1024);
  });
});

describe('a message', () => {
  const event = call('bedrock', 'DeleteGuardrail');

  test('says in English what happened, in which account, and the link and the command that come next', () => {
    expect(compose([event], once(), 'en')).toEqual({
      threadId: 'bedrock-safeguard-changed-444455556666',
      content: {
        textType: 'client-markdown',
        title:
          'A guardrail, the invocation log or the data retention of Amazon Bedrock was changed: account 444455556666',
        description:
          'DeleteGuardrail by arn:aws:sts::444455556666:assumed-role/developer/alice in account 444455556666, ap-northeast-1, at 2026-11-27T08:55:00Z',
        nextSteps: [
          'Look at it, signed in to that account: https://ap-northeast-1.console.aws.amazon.com/cloudtrailv2/home?region=ap-northeast-1#/events/c0ffee00-1111-2222-3333-444444444444',
          'Read it all: aws cloudtrail lookup-events --region ap-northeast-1 --lookup-attributes AttributeKey=EventId,AttributeValue=c0ffee00-1111-2222-3333-444444444444',
        ],
      },
    });
  });

  test('names the person who took break-glass, not a number', () => {
    const { content } = compose([examples['break-glass-used']?.told ?? {}], once(), 'en');
    expect(content?.description).toMatch(/^AssumeRoleWithSAML by alice@example\.com in account 444455556666/);
  });

  test('says the same in Japanese', () => {
    const { content } = compose([event], once(), 'ja');
    expect(content?.title).toBe(
      'Amazon Bedrock のガードレール・呼び出しログ・データ保持のいずれかが変更されました：アカウント 444455556666',
    );
    expect(content?.description).toBe(
      '2026-11-27T08:55:00Z アカウント 444455556666（ap-northeast-1）で arn:aws:sts::444455556666:assumed-role/developer/alice が DeleteGuardrail を実行',
    );
    expect(content?.nextSteps).toEqual([
      expect.stringMatching(/^そのアカウントにサインインして確認する: https:\/\//),
      expect.stringMatching(/^詳細を読む: aws cloudtrail lookup-events /),
    ]);
  });

  test.each(Object.entries(examples))('%s has a title in both languages that chat can take', (_id, { told }) => {
    for (const language of ['en', 'ja'] as const) {
      const title = compose([told], once(), language).content?.title ?? '';
      expect(title).toMatch(/444455556666$/);
      expect(title.length).toBeLessThanOrEqual(250);
    }
    expect(compose([told], once(), 'ja').content?.title).toMatch(/[ぁ-ん]/);
  });

  test('has a line for each change of a batch, up to what chat can take', () => {
    const batch = Array.from({ length: 300 }, (_, index) =>
      call('bedrock', 'UpdateGuardrail', {
        userIdentity: { arn: `arn:aws:sts::444455556666:assumed-role/developer/${index}` },
      }),
    );
    const { content } = compose(batch, once(), 'en');
    expect(content?.description.split('\n')).toHaveLength(21);
    expect(content?.description).toMatch(/and 280 more of the kind/);
    expect(content?.description.length).toBeLessThan(8000);
    for (const step of content?.nextSteps ?? []) expect(step.length).toBeLessThanOrEqual(350);
  });
});

describe('what is told', () => {
  test('is not told again for an hour, whatever the root user clicks', () => {
    let now = 0;
    const told = new ToldChanges(() => now);
    const tell = (eventName: string) => compose([call('s3', eventName, { userIdentity: root })], told, 'en').content;
    expect(tell('ListBuckets')).toBeDefined();
    now = foldingTime - 1;
    expect(tell('PutBucketPolicy')).toBeUndefined();
    now = foldingTime;
    expect(tell('ListBuckets')).toBeDefined();
  });

  test('by one person does not hide another, another account or another change', () => {
    const told = once();
    const tell = (event: TrailEvent) => compose([event], told, 'en').content !== undefined;
    const bob = { arn: 'arn:aws:sts::444455556666:assumed-role/developer/bob' };
    expect(tell(call('bedrock', 'UpdateGuardrail'))).toBe(true);
    expect(tell(call('bedrock', 'UpdateGuardrail'))).toBe(false);
    expect(tell(call('bedrock', 'DeleteGuardrail'))).toBe(true);
    expect(tell(call('bedrock', 'UpdateGuardrail', { userIdentity: bob }))).toBe(true);
    expect(tell(call('bedrock', 'UpdateGuardrail', { recipientAccountId: '555566667777' }))).toBe(true);
  });
});
