import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { TrailBucket } from '../../constructs/trail-bucket';

const build = (retentionDays: number, colderAfterDays?: number) => {
  const stack = new Stack(new App(), 'Stack');
  return new TrailBucket(stack, 'Trail', {
    bucketName: 'example-trail',
    trailArn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/example',
    managementAccountId: '111122223333',
    organizationId: 'o-exampleorg1',
    encryptionKey: new Key(stack, 'Key'),
    retentionDays,
    colderAfterDays,
    objectLock: 'governance',
    accessLogs: Bucket.fromBucketName(stack, 'AccessLogs', 'example-access-logs'),
  });
};

test('a trail bucket moves files no later than 90 days before they go: colder storage would bill days that nobody uses', () => {
  expect(() => build(400, 310)).not.toThrow();
  expect(() => build(400, 311)).toThrow(
    'log files cannot move to Glacier Instant Retrieval after 311 days and go after 400: it bills 90 days',
  );
  expect(() => build(90)).not.toThrow();
});
