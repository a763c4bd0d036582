import type { DesiredAdministrator } from '../../settings/administrator';
import { guardDutyAdministrator } from '../../settings/guardduty-administrator';
import { inspectorAdministrator } from '../../settings/inspector-administrator';
import { macieAdministrator } from '../../settings/macie-administrator';
import { securityHubAdministrator } from '../../settings/security-hub-administrator';
import type { Setting } from '../../settings/setting';
import { auditId, managementId, placeIn, workloadId } from './example-place';
import { AwsError, expectOnlyPermitted, fakeAws, inTurn, run } from './fake-aws';

const desired = { accountId: auditId };

interface Service {
  readonly setting: Setting<DesiredAdministrator, unknown>;
  readonly list: string;
  readonly enable: string;
  readonly listed: (accountId: string, status: string) => object;
  readonly request: object;
  readonly accepted: object;
}

/** The same promise, in the words of four APIs. */
const services: Record<string, Service> = {
  GuardDuty: {
    setting: guardDutyAdministrator,
    list: 'guardduty:ListOrganizationAdminAccounts',
    enable: 'guardduty:EnableOrganizationAdminAccount',
    listed: (adminAccountId, adminStatus) => ({ adminAccounts: [{ adminAccountId, adminStatus }] }),
    request: { AdminAccountId: auditId },
    accepted: {},
  },
  Inspector: {
    setting: inspectorAdministrator,
    list: 'inspector2:ListDelegatedAdminAccounts',
    enable: 'inspector2:EnableDelegatedAdminAccount',
    listed: (accountId, status) => ({ delegatedAdminAccounts: [{ accountId, status }] }),
    request: { delegatedAdminAccountId: auditId },
    accepted: { delegatedAdminAccountId: auditId },
  },
  Macie: {
    setting: macieAdministrator,
    list: 'macie2:ListOrganizationAdminAccounts',
    enable: 'macie2:EnableOrganizationAdminAccount',
    listed: (accountId, status) => ({ adminAccounts: [{ accountId, status }] }),
    request: { adminAccountId: auditId },
    accepted: {},
  },
  'Security Hub': {
    setting: securityHubAdministrator,
    list: 'securityhub:ListOrganizationAdminAccounts',
    enable: 'securityhub:EnableOrganizationAdminAccount',
    listed: (AccountId, Status) => ({ AdminAccounts: [{ AccountId, Status }], Feature: 'SecurityHubV2' }),
    request: { AdminAccountId: auditId, Feature: 'SecurityHubV2' },
    accepted: { AdminAccountId: auditId, Feature: 'SecurityHubV2' },
  },
};

describe.each(Object.entries(services))('%s', (name, { setting, list, enable, listed, request, accepted }) => {
  test('names the account when there is none', async () => {
    const aws = fakeAws({ [list]: {}, [enable]: accepted });
    const { differences } = await run(setting, desired, aws);
    expect(differences).toEqual([{ what: 'administrator', desired: auditId, observed: 'none' }]);
    expect(aws.inputs(enable)).toEqual([request]);
    expectOnlyPermitted(aws, setting.permissions(desired, placeIn(managementId)));
  });

  test('changes nothing when it is the administrator already', async () => {
    const aws = fakeAws({ [list]: listed(auditId, 'ENABLED') });
    const { differences } = await run(setting, desired, aws);
    expect(differences).toEqual([]);
    expect(aws.written()).toEqual([]);
  });

  test('does not take it away from another account, and names both', async () => {
    const aws = fakeAws({ [list]: listed(workloadId, 'ENABLED') });
    await expect(run(setting, desired, aws)).rejects.toThrow(
      new RegExp(`${name} is administered by account ${workloadId} .* should be by ${auditId}`),
    );
    expect(aws.written()).toEqual([]);
  });

  test('asks to wait while an administrator is being removed, be it the same account', async () => {
    const aws = fakeAws({ [list]: listed(auditId, 'DISABLE_IN_PROGRESS') });
    await expect(run(setting, desired, aws)).rejects.toThrow(/DISABLE_IN_PROGRESS.*Wait until it is gone/);
    expect(aws.written()).toEqual([]);
  });

  test('repeats after throttling', async () => {
    const throttled = new AwsError('ThrottlingException', 'slow down', 429);
    const aws = fakeAws({ [list]: inTurn(throttled, {}), [enable]: inTurn(throttled, accepted) });
    await run(setting, desired, aws);
    expect(aws.inputs(enable)).toHaveLength(2);
    expect(aws.waits).toEqual([1_000, 1_000]);
  });

  test('a missing permission is an error, never "none"', async () => {
    const aws = fakeAws({ [list]: new AwsError('AccessDeniedException', 'no', 403) });
    await expect(setting.read(desired, aws.clients)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('may register the audit account only', () => {
    const register = setting
      .permissions(desired, placeIn(managementId))
      .find(({ actions }) => actions.includes('organizations:RegisterDelegatedAdministrator'));
    expect(register?.resources).toEqual([`arn:aws:organizations::${managementId}:account/o-example12345/${auditId}`]);
  });
});
