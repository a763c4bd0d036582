import { organizationAccountPlacement as setting } from '../../settings/organization-account-placement';
import { auditId, logArchiveId, managementId, placeIn } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = {
  rootId: 'r-ab12',
  accounts: [
    { accountId: logArchiveId, name: 'log-archive', organizationalUnitId: 'ou-ab12-security' },
    { accountId: auditId, name: 'audit', organizationalUnitId: 'ou-ab12-security' },
  ],
};

const list = 'organizations:ListAccountsForParent';
const listParents = 'organizations:ListParents';
const move = 'organizations:MoveAccount';

/** Accounts by parent, and the parent of each. */
const of = (parents: Record<string, string>) => ({
  [list]: ({ ParentId }: { ParentId: string }) => ({
    Accounts: Object.keys(parents).flatMap((Id) => (parents[Id] === ParentId ? [{ Id }] : [])),
  }),
  [listParents]: ({ ChildId }: { ChildId: string }) => ({ Parents: [{ Id: parents[ChildId] }] }),
});

test('moves accounts that sit in the root to their unit', async () => {
  const aws = fakeAws({ ...of({ [logArchiveId]: 'r-ab12', [auditId]: 'r-ab12' }), [move]: {} });
  const { differences } = await run(setting, desired, aws);
  expect(differences[0]).toEqual({ what: 'accounts.log-archive', desired: 'ou-ab12-security', observed: 'r-ab12' });
  expect(aws.inputs(move)).toEqual(
    [logArchiveId, auditId].map((AccountId) => ({
      AccountId,
      SourceParentId: 'r-ab12',
      DestinationParentId: 'ou-ab12-security',
    })),
  );
  expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
});

test('changes nothing when every account is in its unit', async () => {
  const aws = fakeAws({ ...of({ [logArchiveId]: 'ou-ab12-security', [auditId]: 'ou-ab12-security' }) });
  const { differences } = await run(setting, desired, aws);
  expect(differences).toEqual([]);
  expect(aws.written()).toEqual([]);
});

test('moves only what is in the root, after throttling, and takes "already there" for success', async () => {
  const aws = fakeAws({
    ...of({ [logArchiveId]: 'ou-ab12-security', [auditId]: 'r-ab12' }),
    [move]: inTurn(new AwsError('ConcurrentModificationException'), new AwsError('DuplicateAccountException')),
  });
  await run(setting, desired, aws);
  expect(aws.written()).toEqual([move, move]);
});

test('does not move an account out of another unit: says where it is, and moves no other account either', async () => {
  const aws = fakeAws({ ...of({ [logArchiveId]: 'r-ab12', [auditId]: 'ou-ab12-sandbox' }) });
  await expect(run(setting, desired, aws)).rejects.toThrow(
    /^audit \(333333333333\) is in ou-ab12-sandbox and should be in ou-ab12-security\..*only out of the root/,
  );
  expect(aws.written()).toEqual([]);
});

test('asks for whole units, not account by account', async () => {
  const aws = fakeAws(of({ [logArchiveId]: 'ou-ab12-security', [auditId]: 'ou-ab12-security' }));
  await run(setting, desired, aws);
  expect(aws.calls.map(({ operation }) => operation)).toEqual([list, list]);
});

test('a missing permission is an error', async () => {
  const aws = fakeAws({ [list]: new AwsError('AccessDeniedException') });
  await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('may move accounts from the root to these units only, and outgrows no policy however many there are', () => {
  const organization = `arn:aws:organizations::${managementId}`;
  expect(setting.permissions(desired, placeIn(managementId))).toContainEqual({
    actions: [move],
    resources: [
      `${organization}:account/o-example12345/*`,
      `${organization}:ou/o-example12345/ou-ab12-security`,
      `${organization}:root/o-example12345/r-ab12`,
    ],
  });
});
