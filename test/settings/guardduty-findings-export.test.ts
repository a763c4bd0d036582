import { guardDutyFindingsExport as setting } from '../../settings/guardduty-findings-export';
import { auditId, logArchiveId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run, type Script } from './fake-aws';

const keyArn = `arn:aws:kms:ap-northeast-1:${logArchiveId}:key/1234`;

const desired = {
  bucketArn: 'arn:aws:s3:::example-findings',
  bucketOwner: logArchiveId,
  keyAliasArn: `arn:aws:kms:ap-northeast-1:${logArchiveId}:alias/example-findings`,
};

const listDetectors = 'guardduty:ListDetectors';
const describeKey = 'kms:DescribeKey';
const list = 'guardduty:ListPublishingDestinations';
const describeDestination = 'guardduty:DescribePublishingDestination';
const create = 'guardduty:CreatePublishingDestination';
const update = 'guardduty:UpdatePublishingDestination';

const destination = (status: string, properties: object = {}) => ({
  destinationId: 'p-1',
  destinationType: 'S3',
  status,
  publishingFailureStartTimestamp: 0,
  destinationProperties: {
    destinationArn: desired.bucketArn,
    kmsKeyArn: keyArn,
    expectedBucketOwner: logArchiveId,
    ...properties,
  },
});

const fresh: Script = {
  [describeKey]: { KeyMetadata: { KeyId: '1234', Arn: keyArn, KeyState: 'Enabled' } },
  [listDetectors]: { detectorIds: ['d-1'] },
  [list]: { destinations: [] },
  [create]: { destinationId: 'p-1' },
  [update]: {},
  [describeDestination]: destination('PUBLISHING'),
};

const existing = (...answers: object[]): Script => ({
  ...fresh,
  [list]: { destinations: [{ destinationId: 'p-1', destinationType: 'S3', status: 'PUBLISHING' }] },
  [describeDestination]: inTurn(...answers),
});

test('exports to the bucket of the log archive under the key behind the alias, and waits until it is verified', async () => {
  const aws = fakeAws({
    ...fresh,
    [describeDestination]: inTurn(destination('PENDING_VERIFICATION'), destination('PUBLISHING')),
  });
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: 'destination', desired: desired.bucketArn, observed: 'none' }]);
  expect(aws.inputs(describeKey)).toEqual([{ KeyId: desired.keyAliasArn }]);
  expect(JSON.parse(aws.calls.find(({ operation }) => operation === create)?.body ?? '')).toMatchObject({
    destinationType: 'S3',
    destinationProperties: {
      destinationArn: desired.bucketArn,
      kmsKeyArn: keyArn,
      expectedBucketOwner: logArchiveId,
    },
  });
  expect(attributes).toEqual({ DestinationId: 'p-1' });
  expect(aws.waits).toEqual([1_000]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('asks for the key in the region of the key, wherever the findings are', async () => {
  const elsewhere = { ...desired, keyAliasArn: desired.keyAliasArn.replace('ap-northeast-1', 'eu-west-1') };
  const aws = fakeAws(fresh);
  await setting.read(elsewhere, aws.clients);
  expect(aws.calls.find(({ operation }) => operation === describeKey)?.host).toBe('kms.eu-west-1.amazonaws.com');
  expect(aws.calls.find(({ operation }) => operation === listDetectors)?.host).toMatch('ap-northeast-1');
});

test('changes nothing when it publishes there already, and returns the same destination', async () => {
  const aws = fakeAws(existing(destination('PUBLISHING')));
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(attributes).toEqual({ DestinationId: 'p-1' });
  expect(aws.written()).toEqual([]);
});

test.each([
  ['bucketArn', { destinationArn: 'arn:aws:s3:::elsewhere' }],
  ['bucketOwner', { expectedBucketOwner: undefined }],
  ['keyArn', { kmsKeyArn: 'arn:aws:kms:ap-northeast-1:222222222222:key/old' }],
])('adopts the destination that exists when its %s differs, and makes no second one', async (what, properties) => {
  const aws = fakeAws(existing(destination('PUBLISHING', properties), destination('PUBLISHING')));
  const { differences } = await run(setting, desired, aws);
  expect(differences.map((difference) => difference.what)).toEqual([what]);
  expect(aws.written()).toEqual([update]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('only waits for a destination that is right and still being verified', async () => {
  const aws = fakeAws(existing(destination('PENDING_VERIFICATION'), destination('PUBLISHING')));
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([]);
});

test.each(['STOPPED', 'UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY'])(
  'has a destination verified again that is %s',
  async (status) => {
    const aws = fakeAws(existing(destination(status), destination('PUBLISHING')));
    await run(setting, desired, aws);
    expect(aws.written()).toEqual([update]);
  },
);

test.each(['UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY', 'PENDING_VERIFICATION'])(
  'fails when the destination stays %s, although every call succeeded',
  async (status) => {
    const aws = fakeAws({ ...fresh, [describeDestination]: destination(status) });
    await expect(run(setting, desired, aws)).rejects.toThrow(
      new RegExp(`${status}.*example-findings.*deploy the stacks of the log archive account`),
    );
  },
);

test('does not take the failure of before an update for its result', async () => {
  const failed = destination('UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY');
  const aws = fakeAws(existing(failed, failed, destination('PENDING_VERIFICATION'), destination('PUBLISHING')));
  await expect(run(setting, desired, aws)).resolves.toMatchObject({ attributes: { DestinationId: 'p-1' } });
  expect(aws.written()).toEqual([update]);
});

test('fails when the key is not usable', async () => {
  const aws = fakeAws({
    ...fresh,
    [describeKey]: { KeyMetadata: { KeyId: '1', Arn: keyArn, KeyState: 'PendingDeletion' } },
  });
  await expect(setting.read(desired, aws.clients)).rejects.toThrow(/PendingDeletion.*log archive/);
});

test('fails where GuardDuty has no detector, and makes none', async () => {
  const aws = fakeAws({ ...fresh, [listDetectors]: { detectorIds: [] } });
  await expect(run(setting, desired, aws)).rejects.toThrow(/Apply guardduty-organization first/);
  expect(aws.written()).toEqual([]);
});

test('repeats after throttling', async () => {
  const throttled = new AwsError('TooManyRequestsException', 'slow down', 429);
  const aws = fakeAws({ ...fresh, [create]: inTurn(throttled, { destinationId: 'p-1' }) });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([create, create]);
});

test.each([describeKey, listDetectors, list])('a missing permission for %s is an error', async (operation) => {
  const aws = fakeAws({ ...fresh, [operation]: new AwsError('AccessDeniedException', 'no', 403) });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('may look at a key of the log archive by this alias only', () => {
  expect(setting.permissions(desired, placeIn(auditId))).toContainEqual({
    actions: [describeKey],
    resources: [`arn:aws:kms:ap-northeast-1:${logArchiveId}:key/*`],
    condition: { StringEquals: { 'kms:RequestAlias': 'alias/example-findings' } },
  });
});
