import { securityHubAdministrator as setting } from '../../settings/security-hub-administrator';
import { auditId } from './example-place';
import { fakeAws, run } from './fake-aws';

const list = 'securityhub:ListOrganizationAdminAccounts';
const enable = 'securityhub:EnableOrganizationAdminAccount';

test('asks for the administrator of Security Hub, not of Security Hub CSPM', async () => {
  const aws = fakeAws({ [list]: {}, [enable]: { AdminAccountId: auditId, Feature: 'SecurityHubV2' } });
  await run(setting, { accountId: auditId }, aws);
  expect(aws.inputs(list)).toEqual([{ Feature: 'SecurityHubV2' }]);
  expect(aws.calls.find(({ operation }) => operation === enable)?.body).toBe(
    JSON.stringify({ AdminAccountId: auditId, Feature: 'SecurityHubV2' }),
  );
});

test('fails when a region that does not know Security Hub named the administrator of CSPM instead', async () => {
  const aws = fakeAws({ [list]: {}, [enable]: { AdminAccountId: auditId, Feature: 'SecurityHub' } });
  await expect(run(setting, { accountId: auditId }, aws)).rejects.toThrow(/of SecurityHub instead of SecurityHubV2/);
});
