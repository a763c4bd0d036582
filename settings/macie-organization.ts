/**
 * Macie watches the buckets of every account, existing and new, and samples them for sensitive data.
 *
 * Runs in the administrator account, in each governed region, after `macie-administrator`. Macie costs about $0.10 per bucket
 * and month and $1 per GB it inspects, in every account (30-day trial).
 */

import type { Clients } from './clients';
import { everyItem } from './every-item';
import { readMacieSession, startMacieSession } from './macie-session';
import { serviceLinkedRoles, withoutResource } from './permissions';
import { retried } from './retry';
import type { Place, Setting } from './setting';

export interface DesiredMacieOrganization {
  /** Existing accounts, without the administrator: Macie adds only new accounts by itself. */
  readonly members: readonly { readonly accountId: string; readonly email: string }[];
}

export interface ObservedMacieOrganization {
  /** `ENABLED`, `PAUSED`, or `off` when Macie was never started in the administrator account. */
  readonly session: string;
  readonly autoEnable: boolean;
  readonly automatedDiscovery: string;
  /** `ALL`, `NEW` or `NONE`. */
  readonly automatedDiscoveryMembers: string;
  /** Relationship by account id, such as `Enabled` or `Paused`; an account that is no member is absent. */
  readonly members: Readonly<Record<string, string>>;
}

/** A managed policy has 6,144 characters, and an ARN of a member some 60. */
const mostNamedMembers = 50;

export const macieOrganization: Setting<DesiredMacieOrganization, ObservedMacieOrganization> = {
  name: 'macie-organization',
  reference: 'https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html',

  permissions: ({ members }, place) => [
    withoutResource(place, [
      'macie2:DescribeOrganizationConfiguration',
      'macie2:EnableMacie',
      'macie2:GetAutomatedDiscoveryConfiguration',
      'macie2:GetMacieSession',
      'macie2:ListMembers',
      'macie2:UpdateAutomatedDiscoveryConfiguration',
      'macie2:UpdateMacieSession',
      'macie2:UpdateMemberSession',
      'macie2:UpdateOrganizationConfiguration',
    ]),
    {
      actions: ['macie2:CreateMember'],
      resources: memberArns(members, place),
    },
    serviceLinkedRoles(place, ['macie.amazonaws.com']),
  ],

  async read(_desired, clients) {
    const session = await readMacieSession(clients);
    if (session === 'off') {
      return { session, autoEnable: false, automatedDiscovery: 'off', automatedDiscoveryMembers: 'off', members: {} };
    }
    const organization = await retried(clients, () => clients.macie.describeOrganizationConfiguration({}));
    const discovery = await retried(clients, () => clients.macie.getAutomatedDiscoveryConfiguration({}));
    const members = await everyItem(clients, async (token) => {
      const answer = await clients.macie.listMembers({ nextToken: token });
      return { items: answer.members, next: answer.nextToken };
    });
    return {
      session,
      autoEnable: organization.autoEnable ?? false,
      automatedDiscovery: discovery.status ?? 'unknown',
      automatedDiscoveryMembers: discovery.autoEnableOrganizationMembers ?? 'unknown',
      members: Object.fromEntries(
        members.map(({ accountId, relationshipStatus }) => [accountId, relationshipStatus ?? 'unknown']),
      ),
    };
  },

  differences(desired, observed) {
    const pairs = [
      ['session', 'ENABLED', observed.session],
      ['autoEnable', true, observed.autoEnable],
      ['automatedDiscovery', 'ENABLED', observed.automatedDiscovery],
      ['automatedDiscoveryMembers', 'ALL', observed.automatedDiscoveryMembers],
      ...desired.members.map(
        ({ accountId }) => [`members.${accountId}`, 'Enabled', observed.members[accountId] ?? 'no member'] as const,
      ),
    ] as const;
    return pairs
      .filter(([, wanted, found]) => wanted !== found)
      .map(([what, wanted, found]) => ({ what, desired: wanted, observed: found }));
  },

  async apply(desired, observed, clients) {
    if (observed.session !== 'ENABLED') await startMacieSession(observed.session, clients);
    if (!observed.autoEnable) {
      await retried(clients, () => clients.macie.updateOrganizationConfiguration({ autoEnable: true }));
    }
    for (const account of desired.members.filter(({ accountId }) => observed.members[accountId] !== 'Enabled')) {
      await addMember(account, observed.members[account.accountId], clients);
      // Leaves time to answer when there are many.
      await clients.wait(100);
    }
    if (observed.automatedDiscovery !== 'ENABLED' || observed.automatedDiscoveryMembers !== 'ALL') {
      await retried(clients, () =>
        clients.macie.updateAutomatedDiscoveryConfiguration({
          status: 'ENABLED',
          autoEnableOrganizationMembers: 'ALL',
        }),
      );
    }
    return {};
  },
};

/** The ARN of each member; of any where one for each would outgrow the policy. Macie takes accounts of the organization only. */
function memberArns(members: DesiredMacieOrganization['members'], place: Place): readonly string[] {
  const ids = members.length > mostNamedMembers ? ['*'] : members.map(({ accountId }) => accountId);
  return ids.map((id) => `arn:${place.partition}:macie2:${place.region}:${place.accountId}:member/${id}`);
}

/** A member whose Macie was paused is no new member: it goes on. Any other relationship is for Macie to settle. */
async function addMember(
  account: DesiredMacieOrganization['members'][number],
  relationship: string | undefined,
  clients: Clients,
): Promise<void> {
  if (relationship === undefined) {
    await retried(clients, () => clients.macie.createMember({ account }));
  } else if (relationship === 'Paused') {
    await retried(clients, () => clients.macie.updateMemberSession({ id: account.accountId, status: 'ENABLED' }));
  }
}
