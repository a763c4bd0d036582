import { inspectorAdministrator as setting } from '../../settings/inspector-administrator';
import { auditId, workloadId } from './example-place';
import { AwsError, fakeAws, inTurn, run } from './fake-aws';

const list = 'inspector2:ListDelegatedAdminAccounts';
const enable = 'inspector2:EnableDelegatedAdminAccount';
const conflict = new AwsError('ConflictException', 'an account is delegated already', 409);

const administrator = (accountId: string) => ({ delegatedAdminAccounts: [{ accountId, status: 'ENABLED' }] });

test('takes a conflict for success when the same account was named in the meantime', async () => {
  const aws = fakeAws({ [list]: inTurn({}, administrator(auditId)), [enable]: conflict });
  await expect(run(setting, { accountId: auditId }, aws)).resolves.toMatchObject({ attributes: {} });
});

test('names both accounts when another one was named in the meantime', async () => {
  const aws = fakeAws({ [list]: inTurn({}, administrator(workloadId)), [enable]: conflict });
  await expect(run(setting, { accountId: auditId }, aws)).rejects.toThrow(
    new RegExp(`administered by account ${workloadId}.*${auditId}`),
  );
});

test('throws a conflict that nothing explains', async () => {
  const aws = fakeAws({ [list]: {}, [enable]: conflict });
  await expect(run(setting, { accountId: auditId }, aws)).rejects.toMatchObject({ name: 'ConflictException' });
});
