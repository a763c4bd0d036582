/**
 * Root users of member accounts are managed centrally, so that they need no password. Runs in the management account after
 * `organization-trusted-access` for `iam.amazonaws.com`. Free.
 */

import type { FeatureType } from '@aws-sdk/client-iam';
import { globalWithoutResource } from './permissions';
import { isNamed, retried } from './retry';
import type { Setting } from './setting';

/** What the management account may do about the root users of member accounts. */
export interface DesiredRootAccess {
  /** `RootCredentialsManagement`: delete their passwords and keys. `RootSessions`: short sessions for single root tasks. */
  readonly features: readonly FeatureType[];
}

export interface ObservedRootAccess {
  /** False when AWS Organizations does not trust `iam.amazonaws.com` yet; then no feature can be on. */
  readonly trustedAccess: boolean;
  readonly features: readonly string[];
}

export const organizationRootAccess: Setting<DesiredRootAccess, ObservedRootAccess> = {
  name: 'organization-root-access',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html',

  permissions: () => [
    globalWithoutResource([
      'iam:EnableOrganizationsRootCredentialsManagement',
      'iam:EnableOrganizationsRootSessions',
      'iam:ListOrganizationsFeatures',
    ]),
  ],

  async read(_desired, clients) {
    try {
      const { EnabledFeatures = [] } = await retried(clients, () => clients.iam.listOrganizationsFeatures());
      return { trustedAccess: true, features: EnabledFeatures };
    } catch (error) {
      if (!isNamed(error, 'ServiceAccessNotEnabledException')) throw error;
      return { trustedAccess: false, features: [] };
    }
  },

  differences: (desired, observed) =>
    desired.features
      .filter((feature) => !observed.features.includes(feature))
      .map((feature) => ({
        what: `features.${feature}`,
        desired: 'enabled',
        observed: observed.trustedAccess ? 'off' : 'off: iam.amazonaws.com has no trusted access',
      })),

  async apply(desired, observed, clients) {
    const enable: Record<FeatureType, () => Promise<unknown>> = {
      RootCredentialsManagement: () => clients.iam.enableOrganizationsRootCredentialsManagement(),
      RootSessions: () => clients.iam.enableOrganizationsRootSessions(),
    };
    for (const feature of desired.features.filter((feature) => !observed.features.includes(feature))) {
      // IAM learns some seconds later that AWS Organizations trusts it.
      await retried(clients, enable[feature], (error) => isNamed(error, 'ServiceAccessNotEnabledException'));
    }
    return {};
  },
};
