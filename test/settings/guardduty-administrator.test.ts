import { guardDutyAdministrator as setting } from '../../settings/guardduty-administrator';
import { auditId } from './example-place';
import { AwsError, fakeAws, inTurn, run } from './fake-aws';

const list = 'guardduty:ListOrganizationAdminAccounts';
const enable = 'guardduty:EnableOrganizationAdminAccount';

test('repeats while AWS Organizations has not taken in that GuardDuty is trusted', async () => {
  const aws = fakeAws({ [list]: {}, [enable]: inTurn(new AwsError('InvalidInputException'), {}) });
  await run(setting, { accountId: auditId }, aws);
  expect(aws.written()).toEqual([enable, enable]);
});

test('an error that does not pass is thrown at once', async () => {
  const aws = fakeAws({
    [list]: {},
    [enable]: new AwsError('BadRequestException', 'not a member of the organization'),
  });
  await expect(run(setting, { accountId: auditId }, aws)).rejects.toThrow('not a member of the organization');
  expect(aws.waits).toEqual([]);
});
