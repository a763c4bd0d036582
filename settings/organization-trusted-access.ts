/**
 * Gives AWS services trusted access to the organization. Runs in the management account, in us-east-1. Free; the services
 * may cost.
 */

import { everyItem } from './every-item';
import { globalWithoutResource, serviceLinkedRoles } from './permissions';
import { retried } from './retry';
import type { Setting } from './setting';

/** Services that may work in every account of the organization. Services that are not named are left as they are. */
export interface DesiredTrustedAccess {
  /** Service principals, such as `cloudtrail.amazonaws.com`. */
  readonly services: readonly string[];
}

export interface ObservedTrustedAccess {
  readonly services: readonly string[];
}

export const organizationTrustedAccess: Setting<DesiredTrustedAccess, ObservedTrustedAccess> = {
  name: 'organization-trusted-access',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html',

  permissions: ({ services }, place) => [
    globalWithoutResource(['organizations:ListAWSServiceAccessForOrganization']),
    {
      actions: ['organizations:EnableAWSServiceAccess'],
      // AWS defines no resource for this action; the service principal narrows it.
      resources: ['*'],
      condition: { StringEquals: { 'organizations:ServicePrincipal': services } },
    },
    serviceLinkedRoles(place, services),
  ],

  async read(_desired, clients) {
    const enabled = await everyItem(clients, async (token) => {
      const answer = await clients.organizations.listAWSServiceAccessForOrganization({ NextToken: token });
      return { items: answer.EnabledServicePrincipals, next: answer.NextToken };
    });
    return { services: enabled.flatMap(({ ServicePrincipal }) => ServicePrincipal ?? []) };
  },

  differences: (desired, observed) =>
    desired.services
      .filter((service) => !observed.services.includes(service))
      .map((service) => ({ what: `services.${service}`, desired: 'trusted', observed: 'not trusted' })),

  async apply(desired, observed, clients) {
    for (const service of desired.services.filter((service) => !observed.services.includes(service))) {
      await retried(clients, () => clients.organizations.enableAWSServiceAccess({ ServicePrincipal: service }));
      // The quota is one call a second.
      await clients.wait(1_000);
    }
    return {};
  },
};
