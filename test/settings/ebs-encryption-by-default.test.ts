import { ebsEncryptionByDefault as setting } from '../../settings/ebs-encryption-by-default';
import { placeIn, workloadId } from './example-place';
import { expectOnlyPermitted, fakeAws, run } from './fake-aws';

const get = 'ec2:GetEbsEncryptionByDefault';
const enable = 'ec2:EnableEbsEncryptionByDefault';
const desired = { regions: ['ap-northeast-1', 'us-east-1'] };

test('is switched on in each region, at the endpoint of that region', async () => {
  const aws = fakeAws({ [get]: { ebsEncryptionByDefault: false }, [enable]: { ebsEncryptionByDefault: true } });
  const { differences } = await run(setting, desired, aws);
  expect(differences.map(({ what }) => what)).toEqual(['encrypted.ap-northeast-1', 'encrypted.us-east-1']);
  expect(aws.calls.filter(({ operation }) => operation === enable).map(({ host }) => host)).toEqual([
    'ec2.ap-northeast-1.amazonaws.com',
    'ec2.us-east-1.amazonaws.com',
  ]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(workloadId)));
});

test('is switched on only where it is off', async () => {
  let asked = 0;
  const aws = fakeAws({
    [get]: () => ({ ebsEncryptionByDefault: asked++ === 0 }),
    [enable]: { ebsEncryptionByDefault: true },
  });
  await run(setting, desired, aws);
  expect(aws.calls.filter(({ operation }) => operation === enable).map(({ host }) => host)).toEqual([
    'ec2.us-east-1.amazonaws.com',
  ]);
});

test('is unknown, never on, where EC2 does not say', async () => {
  const aws = fakeAws({ [get]: {} });
  const observed = await setting.read({ regions: ['us-east-1'] }, aws.clients);
  expect(setting.differences({ regions: ['us-east-1'] }, observed)).toEqual([
    { what: 'encrypted.us-east-1', desired: true, observed: 'unknown' },
  ]);
});

test('fails when EC2 takes the call and says that it is still off', async () => {
  const aws = fakeAws({ [get]: { ebsEncryptionByDefault: false }, [enable]: { ebsEncryptionByDefault: false } });
  await expect(run(setting, desired, aws)).rejects.toThrow(/EC2 in ap-northeast-1 took the call/);
});
