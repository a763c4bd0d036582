import { organizationRootAccess as setting } from '../../settings/organization-root-access';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = { features: ['RootCredentialsManagement', 'RootSessions'] as const };

const list = 'iam:ListOrganizationsFeatures';
const manageCredentials = 'iam:EnableOrganizationsRootCredentialsManagement';
const sessions = 'iam:EnableOrganizationsRootSessions';

const features = (...EnabledFeatures: string[]) => ({ OrganizationId: 'o-example12345', EnabledFeatures });

test('enables central management of root users, then root sessions', async () => {
  const aws = fakeAws({ [list]: features(), [manageCredentials]: features(), [sessions]: features() });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([
    { what: 'features.RootCredentialsManagement', desired: 'enabled', observed: 'off' },
    { what: 'features.RootSessions', desired: 'enabled', observed: 'off' },
  ]);
  expect(aws.written()).toEqual([manageCredentials, sessions]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
});

test('changes nothing when both are enabled', async () => {
  const aws = fakeAws({ [list]: features('RootSessions', 'RootCredentialsManagement') });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('enables only what is missing', async () => {
  const aws = fakeAws({ [list]: features('RootCredentialsManagement'), [sessions]: features() });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([sessions]);
});

test('waits for IAM to learn that AWS Organizations trusts it', async () => {
  const notYet = new AwsError('ServiceAccessNotEnabledException');
  const aws = fakeAws({
    [list]: notYet,
    [manageCredentials]: inTurn(notYet, new AwsError('Throttling'), features()),
    [sessions]: features(),
  });
  const { differences } = await run(setting, desired, aws);
  expect(differences[0]?.observed).toMatch(/iam\.amazonaws\.com has no trusted access/);
  expect(aws.written()).toEqual([manageCredentials, manageCredentials, manageCredentials, sessions]);
});

test('fails with the error of IAM when trusted access never comes', async () => {
  const notYet = new AwsError('ServiceAccessNotEnabledException');
  const aws = fakeAws({ [list]: notYet, [manageCredentials]: notYet });
  await expect(run(setting, desired, aws)).rejects.toMatchObject({ name: 'ServiceAccessNotEnabledException' });
});

test.each(['AccessDenied', 'AccountNotManagementOrDelegatedAdministratorException'])(
  '%s is an error, never "off"',
  async (name) => {
    const aws = fakeAws({ [list]: new AwsError(name, 'no', 403) });
    await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name });
  },
);
