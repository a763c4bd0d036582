import { organizationTrustedAccess as setting } from '../../settings/organization-trusted-access';
import { managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = { services: ['cloudtrail.amazonaws.com', 'iam.amazonaws.com'] };

const enabled = (...services: string[]) => ({
  EnabledServicePrincipals: services.map((ServicePrincipal) => ({ ServicePrincipal, DateEnabled: 1_700_000_000 })),
});

const list = 'organizations:ListAWSServiceAccessForOrganization';
const enable = 'organizations:EnableAWSServiceAccess';

test('trusts every desired service, one request a second', async () => {
  const aws = fakeAws({ [list]: enabled(), [enable]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences.map(({ what }) => what)).toEqual([
    'services.cloudtrail.amazonaws.com',
    'services.iam.amazonaws.com',
  ]);
  expect(aws.inputs(enable)).toEqual([
    { ServicePrincipal: 'cloudtrail.amazonaws.com' },
    { ServicePrincipal: 'iam.amazonaws.com' },
  ]);
  expect(aws.waits).toEqual([1_000, 1_000]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
});

test('changes nothing when all are trusted, and leaves other services alone', async () => {
  const aws = fakeAws({ [list]: enabled(...desired.services, 'ram.amazonaws.com') });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('finds a trusted service on a later page, also after an empty page', async () => {
  const aws = fakeAws({
    [list]: inTurn(
      { EnabledServicePrincipals: [], NextToken: 'second' },
      { ...enabled('cloudtrail.amazonaws.com'), NextToken: 'third' },
      enabled('iam.amazonaws.com'),
    ),
  });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.inputs(list)).toEqual([{}, { NextToken: 'second' }, { NextToken: 'third' }]);
});

test('trusts only what is missing, and repeats after throttling', async () => {
  const aws = fakeAws({
    [list]: inTurn(new AwsError('TooManyRequestsException'), enabled('cloudtrail.amazonaws.com')),
    [enable]: inTurn(new AwsError('ConcurrentModificationException'), {}),
  });
  await run(setting, desired, aws);
  expect(aws.inputs(enable)).toEqual([
    { ServicePrincipal: 'iam.amazonaws.com' },
    { ServicePrincipal: 'iam.amazonaws.com' },
  ]);
});

test('a missing permission is an error, never "not trusted"', async () => {
  const aws = fakeAws({ [list]: new AwsError('AccessDeniedException') });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('may make service-linked roles of the desired services only', () => {
  const permissions = setting.permissions(desired, placeIn(managementId));
  expect(permissions).toContainEqual({
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [
      `arn:aws:iam::${managementId}:role/aws-service-role/cloudtrail.amazonaws.com/*`,
      `arn:aws:iam::${managementId}:role/aws-service-role/iam.amazonaws.com/*`,
    ],
    condition: { StringEquals: { 'iam:AWSServiceName': desired.services } },
  });
});
