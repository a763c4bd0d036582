import { bedrockInvocationLogging as setting } from '../../settings/bedrock-invocation-logging';
import { placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = {
  logGroupName: '/example/bedrock/invocations',
  roleArn: `arn:aws:iam::${workloadId}:role/example-invocation-logging`,
};

const get = 'bedrock:GetModelInvocationLoggingConfiguration';
const put = 'bedrock:PutModelInvocationLoggingConfiguration';

const everyKind = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: true,
  embeddingDataDeliveryEnabled: true,
  videoDataDeliveryEnabled: true,
  audioDataDeliveryEnabled: true,
};

const asDesired = { loggingConfig: { cloudWatchConfig: desired, ...everyKind } };

const sent = (aws: ReturnType<typeof fakeAws>) =>
  aws.calls.filter(({ operation }) => operation === put).map(({ body }) => JSON.parse(body).loggingConfig);

test('logs every kind of content to the log group', async () => {
  const aws = fakeAws({ [get]: {}, [put]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences.map(({ what }) => what)).toEqual(['logGroupName', 'roleArn', ...Object.keys(everyKind)]);
  expect(sent(aws)).toEqual([asDesired.loggingConfig]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(workloadId)));
});

test('changes nothing when it logs so already', async () => {
  const aws = fakeAws({ [get]: asDesired });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test.each(Object.keys(everyKind))('turns %s on again when somebody turned it off', async (kind) => {
  const aws = fakeAws({ [get]: { loggingConfig: { ...asDesired.loggingConfig, [kind]: false } }, [put]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: kind, desired: true, observed: false }]);
  expect(sent(aws)).toEqual([asDesired.loggingConfig]);
});

test('keeps deliveries to S3 that exist already', async () => {
  const s3Config = { bucketName: 'prompts', keyPrefix: 'all' };
  const largeDataDeliveryS3Config = { bucketName: 'large' };
  const aws = fakeAws({
    [get]: {
      loggingConfig: {
        s3Config,
        cloudWatchConfig: { logGroupName: 'other', roleArn: 'other', largeDataDeliveryS3Config },
      },
    },
    [put]: {},
  });
  await run(setting, desired, aws);
  expect(sent(aws)).toEqual([{ s3Config, cloudWatchConfig: { ...desired, largeDataDeliveryS3Config }, ...everyKind }]);
});

test('repeats while the new role does not work everywhere yet, and after throttling', async () => {
  const notYet = new AwsError(
    'ValidationException',
    `Failed to validate permissions for log group: ${desired.logGroupName}, with role: ${desired.roleArn}. Verify the IAM role permissions are correct.`,
  );
  const aws = fakeAws({
    [get]: {},
    [put]: inTurn(notYet, new AwsError('ThrottlingException', 'slow', 429), notYet, {}),
  });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([put, put, put, put]);
});

test('does not repeat a request that is wrong in another way', async () => {
  const aws = fakeAws({ [get]: {}, [put]: new AwsError('ValidationException', 'logGroupName is too long') });
  await expect(run(setting, desired, aws)).rejects.toThrow('logGroupName is too long');
  expect(aws.waits).toEqual([]);
});

test('a missing permission is an error, never "off"', async () => {
  const aws = fakeAws({ [get]: new AwsError('AccessDeniedException', 'no', 403) });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('may hand this role to Amazon Bedrock, and no other role to anybody', () => {
  const passRole = setting
    .permissions(desired, placeIn(workloadId))
    .filter(({ actions }) => actions.includes('iam:PassRole'));
  expect(passRole).toEqual([
    {
      actions: ['iam:PassRole'],
      resources: [desired.roleArn],
      condition: { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } },
    },
  ]);
});

describe('what is larger than the log has room for', () => {
  const withBucket = { ...desired, largePayloadBucket: 'example-prompts' };
  const keeping = (bucketName: string) => ({
    loggingConfig: {
      cloudWatchConfig: { ...desired, largeDataDeliveryS3Config: { bucketName } },
      ...everyKind,
    },
  });

  test('goes to the bucket that is desired', async () => {
    const aws = fakeAws({ [get]: asDesired, [put]: {} });
    const { differences } = await run(setting, withBucket, aws);
    expect(differences).toEqual([{ what: 'largePayloadBucket', desired: 'example-prompts', observed: 'off' }]);
    expect(sent(aws)).toEqual([keeping('example-prompts').loggingConfig]);
    expectOnlyPermitted(aws, setting.permissions(withBucket, placeIn(workloadId)));
  });

  test('goes to the bucket again when somebody turned it to another', async () => {
    const aws = fakeAws({ [get]: keeping('elsewhere'), [put]: {} });
    const { differences } = await run(setting, withBucket, aws);
    expect(differences).toEqual([{ what: 'largePayloadBucket', desired: 'example-prompts', observed: 'elsewhere' }]);
    expect(sent(aws)).toEqual([keeping('example-prompts').loggingConfig]);
  });

  test('changes nothing when it goes there already', async () => {
    const aws = fakeAws({ [get]: keeping('example-prompts') });
    expect((await run(setting, withBucket, aws)).differences).toEqual([]);
    expect(aws.written()).toEqual([]);
  });
});
