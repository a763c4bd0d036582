import { trailBucketInLogArchive } from '../../../gate/checks/trail-bucket-in-log-archive';
import { accounts, faultsOf, messagesOf, passesOf, stackOf } from '../fixture-assembly';

const trailArn = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/example-organization-trail';
const cloudTrail = (source: unknown) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: '*',
      ...(source === undefined ? {} : { Condition: { StringEquals: { 'aws:SourceArn': source } } }),
    },
  ],
});

function storage({ bucket = trailArn as unknown, key = trailArn as unknown, account = accounts.logArchive.id } = {}) {
  return stackOf(
    'log-archive-storage',
    {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'example-trail-222233334444-ap-northeast-1' } },
      Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: cloudTrail(bucket) } },
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: cloudTrail(key) } },
    },
    { account },
  );
}

describe('the bucket of the trail', () => {
  test('passes in the log archive account, open to that one trail', () => {
    expect(faultsOf(trailBucketInLogArchive, [storage()])).toEqual([]);
    expect(passesOf(trailBucketInLogArchive, [storage()])).toHaveLength(1);
  });

  test('reads the ARN of the trail also where a reference is in it', () => {
    const bucket = { 'Fn::Join': ['', [trailArn]] };
    expect(faultsOf(trailBucketInLogArchive, [storage({ bucket })])).toEqual([]);
  });

  test('fails in any other account', () => {
    const faults = faultsOf(trailBucketInLogArchive, [storage({ account: accounts.management.id })]);
    expect(messagesOf(faults)).toEqual([expect.stringContaining('is in account 111122223333, not in the log archive')]);
  });

  test('fails when no stack makes it', () => {
    expect(messagesOf(faultsOf(trailBucketInLogArchive, []))).toEqual([
      'No stack makes the bucket example-trail-222233334444-ap-northeast-1',
    ]);
  });

  test.each([
    ['any trail of any account', undefined],
    ['another trail', `${trailArn}-2`],
  ])('fails when its policy or the policy of its key lets %s in', (_what, source) => {
    for (const policy of ['bucket', 'key'] as const) {
      const faults = faultsOf(trailBucketInLogArchive, [storage({ [policy]: source })]);
      // The default of a parameter that is given as undefined would hide the case of no condition.
      expect(messagesOf(source === undefined ? withoutCondition(policy) : faults)).toEqual([
        `A ${policy} policy of log-archive-storage lets CloudTrail in without naming ${trailArn} in aws:SourceArn`,
      ]);
    }
  });

  test('fails when CloudTrail cannot use the key or the bucket', () => {
    const stack = storage();
    const closed = stackOf(
      stack.id,
      { ...stack.resources, Key: { Type: 'AWS::KMS::Key', Properties: {} } },
      { account: stack.account },
    );
    expect(messagesOf(faultsOf(trailBucketInLogArchive, [closed]))).toEqual([
      'No key policy of log-archive-storage lets CloudTrail in',
    ]);
  });
});

function withoutCondition(policy: 'bucket' | 'key') {
  const stack = storage();
  const open = cloudTrail(undefined);
  const resources =
    policy === 'bucket'
      ? { ...stack.resources, Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: open } } }
      : { ...stack.resources, Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: open } } };
  return faultsOf(trailBucketInLogArchive, [stackOf(stack.id, resources, { account: stack.account })]);
}
