/**
 * Names the account that administers Macie for the organization. Macie also starts in that account, in this region.
 *
 * Runs in the management account, in each governed region, with the same account everywhere. Free by itself; Macie in the
 * administrator account costs from then on (about $0.10 per bucket and month).
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

export type DesiredMacieAdministrator = DesiredAdministrator;

export interface ObservedMacieAdministrator {
  readonly administrators: readonly Administrator[];
}

export const macieAdministrator: Setting<DesiredMacieAdministrator, ObservedMacieAdministrator> = {
  name: 'macie-administrator',
  reference: 'https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html',

  permissions: (desired, place) => [
    withoutResource(place, ['macie2:EnableOrganizationAdminAccount', 'macie2:ListOrganizationAdminAccounts']),
    ...delegationPermissions(place, desired, ['macie.amazonaws.com']),
  ],

  async read(_desired, clients) {
    const found = await everyItem(clients, async (token) => {
      const answer = await clients.macie.listOrganizationAdminAccounts({ nextToken: token });
      return { items: answer.adminAccounts, next: answer.nextToken };
    });
    return {
      administrators: found.map(({ accountId, status }) => ({
        accountId: accountId ?? 'unknown',
        status: status ?? 'unknown',
      })),
    };
  },

  differences: (desired, { administrators }) => administratorDifferences(desired, administrators),

  async apply(desired, { administrators }, clients) {
    if (administratorDifferences(desired, administrators).length === 0) return {};
    refuseAnotherAdministrator('Macie', desired, administrators);
    await retried(clients, () => clients.macie.enableOrganizationAdminAccount({ adminAccountId: desired.accountId }));
    return {};
  },
};
