/**
 * Names the account that administers Inspector for the organization. Inspector also starts in that account, in this region,
 * with every scan type.
 *
 * Runs in the management account, in each governed region, with the same account everywhere. Free by itself; Inspector in the
 * administrator account costs from then on (15-day trial).
 */

import {
  type Administrator,
  administratorDifferences,
  type DesiredAdministrator,
  delegationPermissions,
  refuseAnotherAdministrator,
} from './administrator';
import type { Clients } from './clients';
import { everyItem } from './every-item';
import { withoutResource } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

export type DesiredInspectorAdministrator = DesiredAdministrator;

export interface ObservedInspectorAdministrator {
  readonly administrators: readonly Administrator[];
}

export const inspectorAdministrator: Setting<DesiredInspectorAdministrator, ObservedInspectorAdministrator> = {
  name: 'inspector-administrator',
  reference: 'https://docs.aws.amazon.com/inspector/latest/user/designating-admin.html',

  permissions: (desired, place) => [
    withoutResource(place, ['inspector2:EnableDelegatedAdminAccount', 'inspector2:ListDelegatedAdminAccounts']),
    ...delegationPermissions(place, desired, [
      'inspector2.amazonaws.com',
      'agentless.inspector2.amazonaws.com',
      'thirdparty.inspector2.amazonaws.com',
    ]),
  ],

  read: async (_desired, clients) => ({ administrators: await readAdministrators(clients) }),

  differences: (desired, { administrators }) => administratorDifferences(desired, administrators),

  async apply(desired, { administrators }, clients) {
    if (administratorDifferences(desired, administrators).length === 0) return {};
    refuseAnotherAdministrator('Inspector', desired, administrators);
    try {
      await retried(clients, () =>
        clients.inspector.enableDelegatedAdminAccount({ delegatedAdminAccountId: desired.accountId }),
      );
    } catch (error) {
      if (!isNamed(error, 'ConflictException')) throw error;
      // Somebody was faster: with the same account that is what we want, with another it is not.
      const found = await readAdministrators(clients);
      refuseAnotherAdministrator('Inspector', desired, found);
      if (administratorDifferences(desired, found).length > 0) throw error;
    }
    return {};
  },
};

async function readAdministrators(clients: Clients): Promise<readonly Administrator[]> {
  const found = await everyItem(clients, async (token) => {
    const answer = await clients.inspector.listDelegatedAdminAccounts({ nextToken: token });
    return { items: answer.delegatedAdminAccounts, next: answer.nextToken };
  });
  return found.map(({ accountId, status }) => ({ accountId: accountId ?? 'unknown', status: status ?? 'unknown' }));
}
