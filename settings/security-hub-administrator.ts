/**
 * Names the account that administers Security Hub for the organization: the unified Security Hub, not Security Hub CSPM, whose
 * administrator CloudFormation can name.
 *
 * When CSPM has an administrator, Security Hub accepts that account only. Runs in the management account, in each governed
 * region. Free by itself.
 */

import {
  type Administrator,
  administratorDifferences,
  type DesiredAdministrator,
  delegationPermissions,
  refuseAnotherAdministrator,
} from './administrator';
import { everyItem } from './every-item';
import { withoutResource } from './permissions';
import { retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

export type DesiredSecurityHubAdministrator = DesiredAdministrator;

export interface ObservedSecurityHubAdministrator {
  readonly administrators: readonly Administrator[];
}

/** The API's name of the unified Security Hub; without it the API speaks of Security Hub CSPM. */
const Feature = 'SecurityHubV2';

export const securityHubAdministrator: Setting<DesiredSecurityHubAdministrator, ObservedSecurityHubAdministrator> = {
  name: 'security-hub-administrator',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-set-da.html',

  permissions: (desired, place) => [
    withoutResource(place, ['securityhub:EnableOrganizationAdminAccount', 'securityhub:ListOrganizationAdminAccounts']),
    ...delegationPermissions(place, desired, ['securityhub.amazonaws.com']),
  ],

  async read(_desired, clients) {
    const found = await everyItem(clients, async (token) => {
      const answer = await clients.securityHub.listOrganizationAdminAccounts({ Feature, NextToken: token });
      return { items: answer.AdminAccounts, next: answer.NextToken };
    });
    return {
      administrators: found.map(({ AccountId, Status }) => ({
        accountId: AccountId ?? 'unknown',
        status: Status ?? 'unknown',
      })),
    };
  },

  differences: (desired, { administrators }) => administratorDifferences(desired, administrators),

  async apply(desired, { administrators }, clients) {
    if (administratorDifferences(desired, administrators).length === 0) return {};
    refuseAnotherAdministrator('Security Hub', desired, administrators);
    const answer = await retried(clients, () =>
      clients.securityHub.enableOrganizationAdminAccount({ AdminAccountId: desired.accountId, Feature }),
    );
    if (answer.Feature !== undefined && answer.Feature !== Feature) {
      throw new SettingFailed(
        `Security Hub named account ${desired.accountId} as the administrator of ${answer.Feature} instead of ${Feature}. ` +
          'The service does not know the feature in this region: leave the region out of the governed regions.',
      );
    }
    return {};
  },
};
