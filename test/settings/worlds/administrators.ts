import { auditId, workloadId } from '../example-place';
import { AwsError } from '../fake-aws';
import { Listed, type Memory, type World } from './world';

interface Api {
  readonly list: string;
  readonly enable: string;
  readonly key: string;
  readonly token: 'NextToken' | 'nextToken';
  readonly item: (accountId: string, status: string) => object;
  readonly answer?: () => object;
  readonly already?: AwsError;
}

/** One promise in the words of four APIs. */
function administratorOf({ list, enable, key, token, item, answer, already }: Api): World {
  return {
    desired: { accountId: auditId },
    start(): Memory {
      const administrators: string[] = [];
      return {
        reads: {
          [list]: () =>
            new Listed(
              key,
              token,
              administrators.map((id) => item(id, 'ENABLED')),
            ),
        },
        writes: { [enable]: { effect: () => administrators.push(auditId), answer, already } },
        state: () => administrators,
      };
    },
    lies: {
      'is just removing the account': () => ({ [list]: { [key]: [item(auditId, 'DISABLE_IN_PROGRESS')] } }),
      'has another account': () => ({ [list]: { [key]: [item(workloadId, 'ENABLED')] } }),
      'names an account without a status': () => ({ [list]: { [key]: [item(auditId, '')] } }),
    },
  };
}

export const guardDutyAdministrator = administratorOf({
  list: 'guardduty:ListOrganizationAdminAccounts',
  enable: 'guardduty:EnableOrganizationAdminAccount',
  key: 'adminAccounts',
  token: 'nextToken',
  item: (adminAccountId, adminStatus) => ({ adminAccountId, adminStatus }),
});

export const inspectorAdministrator = administratorOf({
  list: 'inspector2:ListDelegatedAdminAccounts',
  enable: 'inspector2:EnableDelegatedAdminAccount',
  key: 'delegatedAdminAccounts',
  token: 'nextToken',
  item: (accountId, status) => ({ accountId, status }),
  answer: () => ({ delegatedAdminAccountId: auditId }),
  already: new AwsError('ConflictException', 'is the administrator', 409),
});

export const macieAdministrator = administratorOf({
  list: 'macie2:ListOrganizationAdminAccounts',
  enable: 'macie2:EnableOrganizationAdminAccount',
  key: 'adminAccounts',
  token: 'nextToken',
  item: (accountId, status) => ({ accountId, status }),
});

const securityHub = administratorOf({
  list: 'securityhub:ListOrganizationAdminAccounts',
  enable: 'securityhub:EnableOrganizationAdminAccount',
  key: 'AdminAccounts',
  token: 'NextToken',
  item: (AccountId, Status) => ({ AccountId, Status }),
  answer: () => ({ AdminAccountId: auditId, Feature: 'SecurityHubV2' }),
});

export const securityHubAdministrator: World = {
  ...securityHub,
  lies: {
    ...securityHub.lies,
    'names the administrator of another product': () => ({
      'securityhub:EnableOrganizationAdminAccount': { AdminAccountId: auditId, Feature: 'SecurityHub' },
    }),
  },
};
