import { macieAccount as setting } from '../../settings/macie-account';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, run } from './fake-aws';

const session = 'macie2:GetMacieSession';
const enable = 'macie2:EnableMacie';
const resume = 'macie2:UpdateMacieSession';

test('starts Macie where it never was on', async () => {
  const aws = fakeAws({ [session]: new AwsError('AccessDeniedException', 'Macie is not enabled', 403), [enable]: {} });
  const { differences } = await run(setting, {}, aws);
  expect(differences).toEqual([{ what: 'session', desired: 'ENABLED', observed: 'off' }]);
  expect(aws.written()).toEqual([enable]);
  expectOnlyPermitted(aws, setting.permissions({}, placeIn(managementId)));
});

test('goes on where somebody paused it', async () => {
  const aws = fakeAws({ [session]: { status: 'PAUSED' }, [resume]: {} });
  await run(setting, {}, aws);
  expect(aws.inputs(resume)).toEqual([{ status: 'ENABLED' }]);
});

test('changes nothing where it is on', async () => {
  const aws = fakeAws({ [session]: { status: 'ENABLED' } });
  expect((await run(setting, {}, aws)).differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});
