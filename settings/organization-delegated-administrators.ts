/** Registers the audit account as delegated administrator. Runs in the management account, in us-east-1. Free. */

import { everyItem } from './every-item';
import { organizationAccountArn } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

/**
 * Services that one account administers for the organization, and that are registered with AWS Organizations. Security Hub,
 * GuardDuty, Inspector and Macie have calls of their own and do not belong here.
 */
export interface DesiredDelegatedAdministrators {
  /** Never the management account. */
  readonly accountId: string;
  /** Service principals, such as `access-analyzer.amazonaws.com`; they need trusted access first. */
  readonly services: readonly string[];
}

export interface ObservedDelegatedAdministrators {
  /** Account ids by service principal. */
  readonly administrators: Readonly<Record<string, readonly string[]>>;
}

export const organizationDelegatedAdministrators: Setting<
  DesiredDelegatedAdministrators,
  ObservedDelegatedAdministrators
> = {
  name: 'organization-delegated-administrators',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html',

  permissions({ accountId, services }, place) {
    const condition = { StringEquals: { 'organizations:ServicePrincipal': services } };
    return [
      // AWS defines no resource for this action; the service principal narrows it.
      { actions: ['organizations:ListDelegatedAdministrators'], resources: ['*'], condition },
      {
        actions: ['organizations:RegisterDelegatedAdministrator'],
        resources: [organizationAccountArn(place, accountId)],
        condition,
      },
    ];
  },

  async read({ services }, clients) {
    const administrators: Record<string, readonly string[]> = {};
    for (const service of services) {
      const found = await everyItem(clients, async (token) => {
        const answer = await clients.organizations.listDelegatedAdministrators({
          ServicePrincipal: service,
          NextToken: token,
        });
        return { items: answer.DelegatedAdministrators, next: answer.NextToken };
      });
      administrators[service] = found.flatMap(({ Id }) => Id ?? []);
    }
    return { administrators };
  },

  differences: ({ accountId, services }, { administrators }) =>
    services
      .filter((service) => !administrators[service]?.includes(accountId))
      .map((service) => ({
        what: `administrators.${service}`,
        desired: accountId,
        observed: administrators[service]?.join(', ') || 'none',
      })),

  async apply({ accountId, services }, { administrators }, clients) {
    const missing = services.filter((service) => !administrators[service]?.includes(accountId));
    const others = missing.filter((service) => (administrators[service] ?? []).length > 0);
    if (others.length > 0) {
      const found = others.map((service) => `${service} by ${administrators[service]?.join(', ')}`).join('; ');
      throw new SettingFailed(
        `Account ${accountId} should administer these services, but they are administered already: ${found}. The baseline ` +
          'does not take a service away from an account: deregister it in AWS Organizations, or leave the service out; ' +
          'then deploy again. Nothing was registered.',
      );
    }
    for (const service of missing) {
      try {
        await retried(clients, () =>
          clients.organizations.registerDelegatedAdministrator({ AccountId: accountId, ServicePrincipal: service }),
        );
      } catch (error) {
        if (!isNamed(error, 'AccountAlreadyRegisteredException')) throw error;
      }
      // The quota is one call a second.
      await clients.wait(1_000);
    }
    return {};
  },
};
