import { bedrockDataRetention as setting } from '../../settings/bedrock-data-retention';
import { placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const regions = ['ap-northeast-1', 'us-east-1'];
const desired = { mode: 'none', regions } as const;

const get = 'bedrock:GetAccountDataRetention';
const put = 'bedrock:PutAccountDataRetention';

const answer = (mode: string) => ({ mode, updatedAt: '2026-06-07T20:19:44.723Z' });

test.each(['inherit', 'default', 'aws_review', 'provider_data_share'])(
  'sets zero data retention where the account has %s',
  async (mode) => {
    const aws = fakeAws({ [get]: answer(mode), [put]: answer('none') });
    const { differences } = await run(setting, desired, aws);
    expect(differences).toEqual(
      regions.map((region) => ({ what: `modes.${region}`, desired: 'none', observed: mode })),
    );
    const puts = aws.calls.filter(({ operation }) => operation === put);
    expect(puts.map(({ body }) => body)).toEqual(['{"mode":"none"}', '{"mode":"none"}']);
    expect(puts.map(({ host }) => host)).toEqual(regions.map((region) => expect.stringContaining(region)));
    expectOnlyPermitted(aws, setting.permissions(desired, placeIn(workloadId)));
  },
);

test('changes nothing when it is set', async () => {
  const aws = fakeAws({ [get]: answer('none') });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('changes only the region that differs', async () => {
  const aws = fakeAws({ [get]: inTurn(answer('none'), answer('inherit')), [put]: answer('none') });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: 'modes.us-east-1', desired: 'none', observed: 'inherit' }]);
  expect(aws.written()).toEqual([put]);
  expect(aws.calls.at(-1)?.host).toContain('us-east-1');
});

test('fails when Amazon Bedrock takes the call and keeps another mode', async () => {
  const aws = fakeAws({ [get]: answer('inherit'), [put]: answer('default') });
  await expect(run(setting, desired, aws)).rejects.toThrow(
    /in ap-northeast-1 took the data retention mode none and answered default/,
  );
});

test('repeats after throttling', async () => {
  const throttled = new AwsError('ThrottlingException', 'slow down', 429);
  const aws = fakeAws({ [get]: inTurn(throttled, answer('inherit')), [put]: inTurn(throttled, answer('none')) });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([put, put, put]);
});

test('a missing permission is an error, never "inherit"', async () => {
  const aws = fakeAws({ [get]: new AwsError('AccessDeniedException', 'no', 403) });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('may set no other mode', () => {
  expect(setting.permissions(desired, placeIn(workloadId))).toContainEqual({
    actions: [put],
    resources: ['*'],
    condition: { StringEquals: { 'aws:RequestedRegion': regions, 'bedrock:DataRetentionMode': 'none' } },
  });
});
