/**
 * Moves accounts that sit directly in the root to their organizational unit, so that the policies of the unit apply to them.
 *
 * An account that somebody put into another unit is not moved: its policies would change silently. Runs in the management
 * account, in us-east-1. Free.
 */

import type { Clients } from './clients';
import { everyItem } from './every-item';
import { organizationAccountArn } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

/** Where the accounts of the configuration belong. The management account stays in the root and is not named. */
export interface DesiredAccountPlacement {
  readonly rootId: string;
  readonly accounts: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly organizationalUnitId: string;
  }[];
}

export interface ObservedAccountPlacement {
  /** Id of the root or organizational unit that holds the account, by account id. */
  readonly parents: Readonly<Record<string, string>>;
}

export const organizationAccountPlacement: Setting<DesiredAccountPlacement, ObservedAccountPlacement> = {
  name: 'organization-account-placement',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/move_account_to_ou.html',

  permissions({ rootId, accounts }, place) {
    const organizations = `arn:${place.partition}:organizations::${place.managementAccountId}`;
    // An ARN for each account would outgrow the policy at some 60 accounts; root and units say from where to where.
    const accountArns = [organizationAccountArn(place, '*')];
    const unitIds = [...new Set(accounts.map(({ organizationalUnitId }) => organizationalUnitId))];
    return [
      { actions: ['organizations:ListParents'], resources: accountArns },
      {
        actions: ['organizations:ListAccountsForParent'],
        resources: [
          ...unitIds.map((id) => `${organizations}:ou/${place.organizationId}/${id}`),
          `${organizations}:root/${place.organizationId}/${rootId}`,
        ],
      },
      {
        actions: ['organizations:MoveAccount'],
        resources: [
          ...accountArns,
          ...unitIds.map((id) => `${organizations}:ou/${place.organizationId}/${id}`),
          `${organizations}:root/${place.organizationId}/${rootId}`,
        ],
      },
    ];
  },

  async read({ rootId, accounts }, clients) {
    const parents: Record<string, string> = {};
    for (const parent of [...new Set(accounts.map(({ organizationalUnitId }) => organizationalUnitId)), rootId]) {
      for (const accountId of await accountsIn(parent, clients)) parents[accountId] = parent;
    }
    // Few, if any: the lists above name twenty accounts a call, this one does so one by one.
    for (const { accountId, name } of accounts.filter((account) => parents[account.accountId] === undefined)) {
      const { Parents = [] } = await retried(clients, () => clients.organizations.listParents({ ChildId: accountId }));
      const id = Parents[0]?.Id;
      if (!id) throw new SettingFailed(`AWS Organizations names no parent of account ${accountId} (${name}).`);
      parents[accountId] = id;
    }
    return { parents };
  },

  differences: ({ accounts }, { parents }) =>
    accounts
      .filter(({ accountId, organizationalUnitId }) => parents[accountId] !== organizationalUnitId)
      .map(({ accountId, name, organizationalUnitId }) => ({
        what: `accounts.${name}`,
        desired: organizationalUnitId,
        observed: parents[accountId],
      })),

  async apply({ rootId, accounts }, { parents }, clients) {
    const misplaced = accounts.filter(
      ({ accountId, organizationalUnitId }) => parents[accountId] !== organizationalUnitId,
    );
    const elsewhere = misplaced.filter(({ accountId }) => parents[accountId] !== rootId);
    if (elsewhere.length > 0) {
      const found = elsewhere.map(
        ({ accountId, name, organizationalUnitId }) =>
          `${name} (${accountId}) is in ${parents[accountId]} and should be in ${organizationalUnitId}`,
      );
      throw new SettingFailed(
        `${found.join('; ')}. The baseline moves accounts only out of the root, because a move changes which policies ` +
          'apply: move them in AWS Organizations, or name their unit in the configuration; then deploy again. ' +
          'Nothing was moved.',
      );
    }
    for (const { accountId, organizationalUnitId } of misplaced) {
      try {
        await retried(clients, () =>
          clients.organizations.moveAccount({
            AccountId: accountId,
            SourceParentId: rootId,
            DestinationParentId: organizationalUnitId,
          }),
        );
      } catch (error) {
        if (!isNamed(error, 'DuplicateAccountException')) throw error;
      }
      // The quota is two calls a second.
      await clients.wait(500);
    }
    return {};
  },
};

async function accountsIn(ParentId: string, clients: Clients): Promise<readonly string[]> {
  const accounts = await everyItem(clients, async (token) => {
    const answer = await clients.organizations.listAccountsForParent({ ParentId, NextToken: token });
    return { items: answer.Accounts, next: answer.NextToken };
  });
  return accounts.flatMap(({ Id }) => Id ?? []);
}
