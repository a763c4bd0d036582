import { securityHubAccount as setting } from '../../settings/security-hub-account';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, run } from './fake-aws';

const describeHub = 'securityhub:DescribeHub';
const enable = 'securityhub:EnableSecurityHub';
const off = new AwsError(
  'InvalidAccessException',
  `Account ${managementId} is not subscribed to AWS Security Hub`,
  401,
);

test('switches Security Hub CSPM on without standards, which the configuration policy brings', async () => {
  const aws = fakeAws({ [describeHub]: off, [enable]: {} });
  const { differences } = await run(setting, {}, aws);
  expect(differences).toEqual([{ what: 'securityHubCspm', desired: 'on', observed: 'off' }]);
  expect(aws.inputs(enable)).toEqual([{ EnableDefaultStandards: false }]);
  expectOnlyPermitted(aws, setting.permissions({}, placeIn(managementId)));
});

test('changes nothing where it is on: a centrally managed account may not even ask', async () => {
  const aws = fakeAws({ [describeHub]: { HubArn: 'arn:aws:securityhub:ap-northeast-1:111111111111:hub/default' } });
  const { differences } = await run(setting, {}, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('takes "already on" for success', async () => {
  const aws = fakeAws({ [describeHub]: off, [enable]: new AwsError('ResourceConflictException', 'already', 409) });
  await expect(run(setting, {}, aws)).resolves.toMatchObject({ attributes: {} });
});

test('a missing permission is an error, not "off"', async () => {
  const denied = new AwsError(
    'AccessDeniedException',
    'User is not authorized to perform securityhub:DescribeHub',
    403,
  );
  const aws = fakeAws({ [describeHub]: denied });
  await expect(setting.read({}, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
