import { guardDutyOrganization as setting } from '../../settings/guardduty-organization';
import { auditId, managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run, type Script } from './fake-aws';

const desired = {
  features: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'] as const,
  members: [{ accountId: managementId, email: 'management@example.com' }],
};

const listDetectors = 'guardduty:ListDetectors';
const getDetector = 'guardduty:GetDetector';
const createDetector = 'guardduty:CreateDetector';
const updateDetector = 'guardduty:UpdateDetector';
const describeOrganization = 'guardduty:DescribeOrganizationConfiguration';
const updateOrganization = 'guardduty:UpdateOrganizationConfiguration';
const listMembers = 'guardduty:ListMembers';
const createMembers = 'guardduty:CreateMembers';

/** As GuardDuty lists the management account once it is a member. */
const joined = { members: [{ accountId: managementId, relationshipStatus: 'Enabled' }] };

const detector = (features: Record<string, string>, findingPublishingFrequency = 'FIFTEEN_MINUTES') => ({
  status: 'ENABLED',
  serviceRole: 'role',
  findingPublishingFrequency,
  features: Object.entries(features).map(([name, status]) => ({ name, status })),
});

const organization = (features: Record<string, string>, autoEnableOrganizationMembers = 'ALL') => ({
  memberAccountLimitReached: false,
  autoEnableOrganizationMembers,
  features: Object.entries(features).map(([name, autoEnable]) => ({ name, autoEnable })),
});

/** As the delegation leaves it: some plans on, members on their own, updates of findings every six hours. */
const fresh: Script = {
  [listDetectors]: { detectorIds: ['d-1'] },
  [getDetector]: detector(
    { CLOUD_TRAIL: 'ENABLED', LAMBDA_NETWORK_LOGS: 'ENABLED', AI_PROTECTION: 'DISABLED' },
    'SIX_HOURS',
  ),
  [describeOrganization]: organization({ LAMBDA_NETWORK_LOGS: 'NONE', S3_DATA_EVENTS: 'NEW' }, 'NONE'),
  [updateDetector]: {},
  [updateOrganization]: {},
  [listMembers]: joined,
};

const asDesired: Script = {
  [listDetectors]: { detectorIds: ['d-1'] },
  [getDetector]: detector({ LAMBDA_NETWORK_LOGS: 'ENABLED', AI_PROTECTION: 'ENABLED' }),
  [describeOrganization]: organization({ LAMBDA_NETWORK_LOGS: 'ALL', AI_PROTECTION: 'ALL', S3_DATA_EVENTS: 'NONE' }),
  [listMembers]: joined,
};

test('names every difference by plan', async () => {
  const { clients } = fakeAws(fresh);
  expect(setting.differences(desired, await setting.read(desired, clients))).toEqual([
    { what: 'findingPublishingFrequency', desired: 'FIFTEEN_MINUTES', observed: 'SIX_HOURS' },
    { what: 'features.AI_PROTECTION', desired: 'ENABLED', observed: 'DISABLED' },
    { what: 'autoEnableOrganizationMembers', desired: 'ALL', observed: 'NONE' },
    { what: 'autoEnable.LAMBDA_NETWORK_LOGS', desired: 'ALL', observed: 'NONE' },
    { what: 'autoEnable.AI_PROTECTION', desired: 'ALL', observed: 'absent' },
  ]);
});

test('turns the plans on in the administrator account and in every member', async () => {
  const aws = fakeAws(fresh);
  const { attributes } = await run(setting, desired, aws);
  expect(aws.inputs(updateDetector)).toEqual([
    {
      DetectorId: 'd-1',
      Enable: true,
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
      Features: [{ Name: 'AI_PROTECTION', Status: 'ENABLED' }],
    },
  ]);
  expect(aws.inputs(updateOrganization)).toEqual([
    {
      DetectorId: 'd-1',
      AutoEnableOrganizationMembers: 'ALL',
      Features: [
        { Name: 'LAMBDA_NETWORK_LOGS', AutoEnable: 'ALL' },
        { Name: 'AI_PROTECTION', AutoEnable: 'ALL' },
      ],
    },
  ]);
  expect(attributes).toEqual({ DetectorId: 'd-1' });
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('never sends the older autoEnable, and never a plan it was not asked for', async () => {
  const aws = fakeAws(fresh);
  await run(setting, desired, aws);
  const bodies = aws.calls.filter(({ operation }) => /:Update/.test(operation)).map(({ body }) => JSON.parse(body));
  expect(bodies).toHaveLength(2);
  for (const body of bodies) expect(body).not.toHaveProperty('autoEnable');
  expect(JSON.stringify(bodies)).not.toMatch(/S3_DATA_EVENTS|DISABLED|NONE/);
});

test('changes nothing when all is as desired, and returns the same detector', async () => {
  const aws = fakeAws(asDesired);
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(attributes).toEqual({ DetectorId: 'd-1' });
  expect(aws.written()).toEqual([]);
});

test('changes only what differs', async () => {
  const aws = fakeAws({
    ...asDesired,
    [describeOrganization]: organization({ LAMBDA_NETWORK_LOGS: 'ALL', AI_PROTECTION: 'NEW' }),
    [updateOrganization]: {},
  });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([updateOrganization]);
  expect(aws.inputs(updateOrganization)).toMatchObject([{ Features: [{ Name: 'AI_PROTECTION', AutoEnable: 'ALL' }] }]);
});

test('reads plans of the organization on every page', async () => {
  const aws = fakeAws({
    ...asDesired,
    [describeOrganization]: inTurn(
      { ...organization({ LAMBDA_NETWORK_LOGS: 'ALL' }), nextToken: 'more' },
      organization({ AI_PROTECTION: 'ALL' }),
    ),
  });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
});

test('starts a detector again that somebody suspended', async () => {
  const aws = fakeAws({
    ...asDesired,
    [getDetector]: { ...detector({ LAMBDA_NETWORK_LOGS: 'ENABLED', AI_PROTECTION: 'ENABLED' }), status: 'DISABLED' },
    [updateDetector]: {},
  });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: 'status', desired: 'ENABLED', observed: 'DISABLED' }]);
  expect(aws.inputs(updateDetector)).toMatchObject([{ Enable: true }]);
});

test('waits for the detector that the delegation makes, and makes none itself', async () => {
  const aws = fakeAws({
    ...fresh,
    [listDetectors]: inTurn({ detectorIds: [] }, { detectorIds: [] }, { detectorIds: ['d-1'] }),
  });
  const { differences, attributes } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: 'detector', desired: 'present', observed: 'none' }]);
  expect(attributes).toEqual({ DetectorId: 'd-1' });
  expect(aws.written()).toEqual([updateDetector, updateOrganization]);
  expect(aws.waits).toEqual([1_000]);
});

test('makes a detector only when none appears in two minutes', async () => {
  const aws = fakeAws({ ...fresh, [listDetectors]: { detectorIds: [] }, [createDetector]: { detectorId: 'd-2' } });
  const { attributes } = await run(setting, desired, aws);
  expect(attributes).toEqual({ DetectorId: 'd-2' });
  expect(aws.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(120_000);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('fails when a new detector comes without a data source, although the call succeeded', async () => {
  const reason = 'The service-linked role is missing';
  const aws = fakeAws({
    ...fresh,
    [listDetectors]: { detectorIds: [] },
    [createDetector]: {
      detectorId: 'd-2',
      unprocessedDataSources: {
        malwareProtection: { scanEc2InstanceWithFindings: { ebsVolumes: { status: 'DISABLED', reason } } },
      },
    },
  });
  await expect(run(setting, desired, aws)).rejects.toThrow(reason);
});

test('repeats after throttling', async () => {
  const aws = fakeAws({
    ...fresh,
    [updateDetector]: inTurn(new AwsError('TooManyRequestsException', 'slow down', 429), {}),
  });
  await run(setting, desired, aws);
  expect(aws.inputs(updateDetector)).toHaveLength(2);
});

test.each([listDetectors, getDetector, describeOrganization])(
  'a missing permission for %s is an error, never "off"',
  async (operation) => {
    const aws = fakeAws({ ...fresh, [operation]: new AwsError('AccessDeniedException', 'no', 403) });
    await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  },
);

test('may make the role of malware protection only when malware protection is desired', () => {
  const roles = (features: Parameters<typeof setting.permissions>[0]['features']) =>
    JSON.stringify(setting.permissions({ ...desired, features }, placeIn(auditId)));
  expect(roles(desired.features)).not.toMatch(/MalwareProtection|malware-protection/);
  expect(roles(['EBS_MALWARE_PROTECTION'])).toMatch(/AWSServiceRoleForAmazonGuardDutyMalwareProtection/);
});

test('adds the management account, which GuardDuty does not add by itself', async () => {
  const aws = fakeAws({ ...asDesired, [listMembers]: { members: [] }, [createMembers]: { unprocessedAccounts: [] } });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([{ what: `members.${managementId}`, desired: 'member', observed: 'no member' }]);
  expect(aws.inputs(createMembers)).toEqual([
    { DetectorId: 'd-1', AccountDetails: [{ AccountId: managementId, Email: 'management@example.com' }] },
  ]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('says what comes first when GuardDuty answers 200 and did not add it', async () => {
  const refused = { unprocessedAccounts: [{ accountId: managementId, result: 'GuardDuty is not enabled' }] };
  const aws = fakeAws({ ...asDesired, [listMembers]: { members: [] }, [createMembers]: refused });
  await expect(run(setting, desired, aws)).rejects.toThrow(/GuardDuty is not enabled.*deploy the delegation stack/s);
});
