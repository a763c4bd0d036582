/**
 * Names the account that administers GuardDuty for the organization. GuardDuty also starts in that account, in this region.
 *
 * Runs in the management account, in each governed region, with the same account everywhere. Free by itself; GuardDuty in the
 * administrator account costs from then on (30-day trial).
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
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

export type DesiredGuardDutyAdministrator = DesiredAdministrator;

export interface ObservedGuardDutyAdministrator {
  readonly administrators: readonly Administrator[];
}

export const guardDutyAdministrator: Setting<DesiredGuardDutyAdministrator, ObservedGuardDutyAdministrator> = {
  name: 'guardduty-administrator',
  reference: 'https://docs.aws.amazon.com/guardduty/latest/ug/delegated-admin-designate.html',

  permissions: (desired, place) => [
    withoutResource(place, ['guardduty:EnableOrganizationAdminAccount', 'guardduty:ListOrganizationAdminAccounts']),
    ...delegationPermissions(place, desired, ['guardduty.amazonaws.com', 'malware-protection.guardduty.amazonaws.com']),
  ],

  async read(_desired, clients) {
    const found = await everyItem(clients, async (token) => {
      const answer = await clients.guardDuty.listOrganizationAdminAccounts({ NextToken: token });
      return { items: answer.AdminAccounts, next: answer.NextToken };
    });
    return {
      administrators: found.map(({ AdminAccountId, AdminStatus }) => ({
        accountId: AdminAccountId ?? 'unknown',
        status: AdminStatus ?? 'unknown',
      })),
    };
  },

  differences: (desired, { administrators }) => administratorDifferences(desired, administrators),

  async apply(desired, { administrators }, clients) {
    if (administratorDifferences(desired, administrators).length === 0) return {};
    refuseAnotherAdministrator('GuardDuty', desired, administrators);
    await retried(
      clients,
      () => clients.guardDuty.enableOrganizationAdminAccount({ AdminAccountId: desired.accountId }),
      // AWS Organizations refuses so for some seconds after GuardDuty has been given trusted access.
      (error) => isNamed(error, 'InvalidInputException'),
    );
    return {};
  },
};
