/**
 * Security Hub CSPM is on in the account itself, without standards: those come from the configuration policy of the organization.
 *
 * For the management account only: a configuration policy that is associated with the root enables CSPM in every member account, but
 * AWS does not enable it in the management account by itself. Runs there, in each governed region. CSPM's checks cost from $0.0010 each
 * as soon as the configuration policy reaches the account.
 */

import type { Clients } from './clients';
import { serviceLinkedRoles } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

export type DesiredSecurityHubAccount = Readonly<Record<string, never>>;

export interface ObservedSecurityHubAccount {
  /** ARN of the hub; absent where CSPM is off. */
  readonly hubArn?: string;
}

export const securityHubAccount: Setting<DesiredSecurityHubAccount, ObservedSecurityHubAccount> = {
  name: 'security-hub-account',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/designate-orgs-admin-account.html',

  permissions: (_desired, place) => [
    {
      actions: ['securityhub:DescribeHub', 'securityhub:EnableSecurityHub'],
      resources: [`arn:${place.partition}:securityhub:${place.region}:${place.accountId}:hub/default`],
    },
    serviceLinkedRoles(place, ['securityhub.amazonaws.com']),
  ],

  read: async (_desired, clients) => readHub(clients),

  differences: (_desired, { hubArn }) =>
    hubArn === undefined ? [{ what: 'securityHubCspm', desired: 'on', observed: 'off' }] : [],

  async apply(_desired, { hubArn }, clients) {
    if (hubArn !== undefined) return {};
    try {
      // The default standards would be those of AWS's choice, until the configuration policy replaces them.
      await retried(clients, () => clients.securityHub.enableSecurityHub({ EnableDefaultStandards: false }));
    } catch (error) {
      // Somebody was faster.
      if (!isNamed(error, 'ResourceConflictException')) throw error;
    }
    return {};
  },
};

/** Security Hub answers "invalid access" where it is off; a permission that is missing has another name or message. */
async function readHub(clients: Clients): Promise<ObservedSecurityHubAccount> {
  try {
    const { HubArn } = await retried(clients, () => clients.securityHub.describeHub({}));
    return HubArn === undefined ? {} : { hubArn: HubArn };
  } catch (error) {
    const isOff =
      isNamed(error, 'InvalidAccessException', 'ResourceNotFoundException') &&
      /not subscribed|not found|not enabled/i.test((error as Error).message);
    if (!isOff) throw error;
    return {};
  }
}
