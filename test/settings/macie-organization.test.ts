import { macieOrganization as setting } from '../../settings/macie-organization';
import { auditId, logArchiveId, placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run, type Script } from './fake-aws';

const desired = {
  members: [
    { accountId: logArchiveId, email: 'log-archive@example.com' },
    { accountId: workloadId, email: 'workload@example.com' },
  ],
};

const session = 'macie2:GetMacieSession';
const enable = 'macie2:EnableMacie';
const resume = 'macie2:UpdateMacieSession';
const describeOrganization = 'macie2:DescribeOrganizationConfiguration';
const updateOrganization = 'macie2:UpdateOrganizationConfiguration';
const getDiscovery = 'macie2:GetAutomatedDiscoveryConfiguration';
const updateDiscovery = 'macie2:UpdateAutomatedDiscoveryConfiguration';
const listMembers = 'macie2:ListMembers';
const createMember = 'macie2:CreateMember';

const members = (...ids: string[]) => ({
  members: ids.map((accountId) => ({ accountId, relationshipStatus: 'Enabled' })),
});

const writes: Script = {
  [enable]: {},
  [resume]: {},
  [updateOrganization]: {},
  [updateDiscovery]: {},
  [createMember]: {},
};

const asDesired: Script = {
  [session]: { status: 'ENABLED' },
  [describeOrganization]: { autoEnable: true, maxAccountLimitReached: false },
  [getDiscovery]: { status: 'ENABLED', autoEnableOrganizationMembers: 'ALL' },
  [listMembers]: members(logArchiveId, workloadId),
};

test('starts Macie, then new accounts, existing accounts and discovery', async () => {
  const aws = fakeAws({ ...writes, [session]: new AwsError('AccessDeniedException', 'Macie is not enabled', 403) });
  const { differences } = await run(setting, desired, aws);
  expect(differences.map(({ what }) => what)).toEqual([
    'session',
    'autoEnable',
    'automatedDiscovery',
    'automatedDiscoveryMembers',
    `members.${logArchiveId}`,
    `members.${workloadId}`,
  ]);
  expect(aws.written()).toEqual([enable, updateOrganization, createMember, createMember, updateDiscovery]);
  expect(aws.inputs(createMember)).toEqual(desired.members.map((account) => ({ account })));
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('changes nothing when all is as desired', async () => {
  const aws = fakeAws(asDesired);
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('adds only the account that is missing', async () => {
  const aws = fakeAws({ ...asDesired, ...writes, [listMembers]: members(logArchiveId) });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([createMember]);
});

test('lets a member go on whose Macie somebody paused, and makes it no member anew', async () => {
  const paused = {
    members: [logArchiveId, workloadId].map((accountId) => ({ accountId, relationshipStatus: 'Paused' })),
  };
  const update = 'macie2:UpdateMemberSession';
  const aws = fakeAws({ ...asDesired, ...writes, [update]: {}, [listMembers]: paused });
  const { differences } = await run(setting, desired, aws);
  expect(differences.map(({ observed }) => observed)).toEqual(['Paused', 'Paused']);
  expect(aws.inputs(update)).toEqual([logArchiveId, workloadId].map((id) => ({ id, status: 'ENABLED' })));
  expect(aws.written()).toEqual([update, update]);
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(auditId)));
});

test('names each member in its permission, until they would outgrow the policy', () => {
  const member = `arn:aws:macie2:ap-northeast-1:${auditId}:member`;
  const resourcesFor = (count: number) => {
    const members = Array.from({ length: count }, (_, index) => ({
      accountId: String(500_000_000_000 + index),
      email: 'a@example.com',
    }));
    const permissions = setting.permissions({ members }, placeIn(auditId));
    return permissions.find(({ actions }) => actions.includes(createMember))?.resources;
  };
  expect(resourcesFor(2)).toEqual([`${member}/500000000000`, `${member}/500000000001`]);
  expect(resourcesFor(51)).toEqual([`${member}/*`]);
});

test('discovers in every account, not only in new ones', async () => {
  const aws = fakeAws({
    ...asDesired,
    ...writes,
    [getDiscovery]: { status: 'ENABLED', autoEnableOrganizationMembers: 'NEW' },
  });
  await run(setting, desired, aws);
  expect(aws.inputs(updateDiscovery)).toEqual([{ status: 'ENABLED', autoEnableOrganizationMembers: 'ALL' }]);
});

test('goes on where somebody paused Macie', async () => {
  const aws = fakeAws({ ...asDesired, ...writes, [session]: { status: 'PAUSED' } });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([resume]);
});

test('takes "already enabled" for success, and repeats after throttling', async () => {
  const aws = fakeAws({
    ...writes,
    [session]: new AwsError('AccessDeniedException', 'Macie is not enabled', 403),
    [enable]: inTurn(
      new AwsError('ThrottlingException', 'slow down', 429),
      new AwsError('ConflictException', 'is on', 409),
    ),
  });
  await run(setting, desired, aws);
  expect(aws.inputs(enable)).toHaveLength(2);
});

test('a missing permission is an error, although Macie says "access denied" also when it is off', async () => {
  const denied = new AwsError('AccessDeniedException', 'User is not authorized to perform macie2:GetMacieSession', 403);
  const aws = fakeAws({ [session]: denied });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
