import type { Clients } from './clients';
import { everyItem } from './every-item';
import { SettingFailed } from './setting-failed';

/**
 * The ids of all active accounts of the organization, in AWS's order. `State` tells; `Status` is on its way out of the API.
 *
 * Throws when an account that is expected is not among them: closed, suspended, not yet activated, or of another organization.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html
 */
export async function readActiveAccounts(expected: readonly string[], clients: Clients): Promise<readonly string[]> {
  const accounts = await everyItem(clients, async (token) => {
    const answer = await clients.organizations.listAccounts({ NextToken: token });
    return { items: answer.Accounts, next: answer.NextToken };
  });
  const states = new Map(accounts.map(({ Id, State }) => [Id, State]));
  const inactive = expected.filter((id) => states.get(id) !== 'ACTIVE');
  if (inactive.length > 0) {
    const found = inactive.map((id) => `${id} is ${states.has(id) ? (states.get(id) ?? 'unknown') : 'not in it'}`);
    throw new SettingFailed(
      `Accounts of the configuration are not active in the organization: ${found.join(', ')}. Take them out of the configuration, ` +
        'or make them active; then deploy again.',
    );
  }
  return [...states].flatMap(([id, state]) => (id !== undefined && state === 'ACTIVE' ? [id] : []));
}
