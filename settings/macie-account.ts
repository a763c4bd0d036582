/**
 * Macie is on in the account itself; the organization brings automated discovery.
 *
 * For the management account only: Macie can be enabled by its administrator in every member account, but the management account can
 * become a member only after it has enabled Macie itself. Runs there, in each governed region. About $0.10 per bucket and month.
 */

import { readMacieSession, startMacieSession } from './macie-session';
import { serviceLinkedRoles, withoutResource } from './permissions';
import type { Setting } from './setting';

export type DesiredMacieAccount = Readonly<Record<string, never>>;

export interface ObservedMacieAccount {
  /** `ENABLED`, `PAUSED`, or `off` when Macie was never started. */
  readonly session: string;
}

export const macieAccount: Setting<DesiredMacieAccount, ObservedMacieAccount> = {
  name: 'macie-account',
  reference: 'https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html',

  permissions: (_desired, place) => [
    withoutResource(place, ['macie2:EnableMacie', 'macie2:GetMacieSession', 'macie2:UpdateMacieSession']),
    serviceLinkedRoles(place, ['macie.amazonaws.com']),
  ],

  read: async (_desired, clients) => ({ session: await readMacieSession(clients) }),

  differences: (_desired, { session }) =>
    session === 'ENABLED' ? [] : [{ what: 'session', desired: 'ENABLED', observed: session }],

  async apply(_desired, { session }, clients) {
    if (session !== 'ENABLED') await startMacieSession(session, clients);
    return {};
  },
};
