import type { Clients } from './clients';
import { everyItem } from './every-item';
import { retried } from './retry';
import { SettingFailed } from './setting-failed';

/** An account with its root e-mail address, as GuardDuty wants both. */
export interface Member {
  readonly accountId: string;
  readonly email: string;
}

/** Ids of the accounts that belong to the administrator, whether GuardDuty is enabled there or suspended. */
export async function readMembers(detectorId: string, clients: Clients): Promise<string[]> {
  const members = await everyItem(clients, async (token) => {
    const answer = await clients.guardDuty.listMembers({
      DetectorId: detectorId,
      OnlyAssociated: 'true',
      NextToken: token,
    });
    return { items: answer.Members, next: answer.NextToken };
  });
  return members.flatMap(({ AccountId }) => AccountId ?? []);
}

export function missingOf(desired: readonly Member[], observed: readonly string[]): readonly Member[] {
  return desired.filter(({ accountId }) => !observed.includes(accountId));
}

/** Adds accounts by name, at most 50. GuardDuty answers 200 also when it did not add one. */
export async function addMembers(detectorId: string, missing: readonly Member[], clients: Clients): Promise<void> {
  if (missing.length === 0) return;
  const { UnprocessedAccounts = [] } = await retried(clients, () =>
    clients.guardDuty.createMembers({
      DetectorId: detectorId,
      AccountDetails: missing.map(({ accountId, email }) => ({ AccountId: accountId, Email: email })),
    }),
  );
  const [failed] = UnprocessedAccounts;
  if (failed) {
    throw new SettingFailed(
      `GuardDuty did not add account ${failed.AccountId}: ${failed.Result}. The management account has to have GuardDuty on first: ` +
        'deploy the delegation stack of this region in the management account, then deploy again.',
    );
  }
}
