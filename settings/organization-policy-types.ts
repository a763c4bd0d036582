/**
 * Enables policy types in the root of the organization and waits until AWS has done it, because a policy of a type that is still
 * pending cannot be created.
 *
 * Runs in the management account, in us-east-1. Attribute `RootId`. Free.
 */

import type { PolicyType } from '@aws-sdk/client-organizations';
import type { Clients } from './clients';
import { everyItem } from './every-item';
import { globalWithoutResource } from './permissions';
import { isNamed, polled, retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

/** Policy types that can be attached in the organization. Types that are not named are left as they are. */
export interface DesiredPolicyTypes {
  readonly policyTypes: readonly PolicyType[];
}

export interface ObservedPolicyTypes {
  /** `ALL`, or `CONSOLIDATED_BILLING`, with which no policy type can be enabled. */
  readonly featureSet: string;
  readonly rootId: string;
  /** `ENABLED`, `PENDING_ENABLE` or `PENDING_DISABLE` by type; a type that is off is absent. */
  readonly statuses: Readonly<Record<string, string>>;
}

export const organizationPolicyTypes: Setting<DesiredPolicyTypes, ObservedPolicyTypes> = {
  name: 'organization-policy-types',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html',

  permissions: ({ policyTypes }, { partition, managementAccountId, organizationId }) => [
    globalWithoutResource(['organizations:DescribeOrganization', 'organizations:ListRoots']),
    {
      actions: ['organizations:EnablePolicyType'],
      resources: [`arn:${partition}:organizations::${managementAccountId}:root/${organizationId}/r-*`],
      condition: { StringEquals: { 'organizations:PolicyType': policyTypes } },
    },
  ],

  async read(_desired, clients) {
    const { Organization } = await retried(clients, () => clients.organizations.describeOrganization());
    return { featureSet: Organization?.FeatureSet ?? 'unknown', ...(await readRoot(clients)) };
  },

  differences: ({ policyTypes }, { featureSet, statuses }) => [
    ...(featureSet === 'ALL' ? [] : [{ what: 'featureSet', desired: 'ALL', observed: featureSet }]),
    ...policyTypes
      .filter((type) => statuses[type] !== 'ENABLED')
      .map((type) => ({ what: `policyTypes.${type}`, desired: 'ENABLED', observed: statuses[type] ?? 'off' })),
  ],

  async apply({ policyTypes }, { featureSet, rootId, statuses }, clients) {
    if (featureSet !== 'ALL') {
      throw new SettingFailed(
        `The organization has the feature set ${featureSet}, and policies need ALL. Enable all features in AWS ` +
          'Organizations (Settings), let every member account approve, then deploy again.',
      );
    }
    for (const type of policyTypes.filter((type) => !['ENABLED', 'PENDING_ENABLE'].includes(statuses[type] ?? ''))) {
      await enable(type, rootId, clients);
      // The quota is one call a second.
      await clients.wait(1_000);
    }
    if (policyTypes.some((type) => statuses[type] !== 'ENABLED')) await untilEnabled(policyTypes, clients);
    return { RootId: rootId };
  },
};

async function readRoot(clients: Clients): Promise<Pick<ObservedPolicyTypes, 'rootId' | 'statuses'>> {
  const roots = await everyItem(clients, async (token) => {
    const { Roots, NextToken } = await clients.organizations.listRoots({ NextToken: token });
    return { items: Roots, next: NextToken };
  });
  const [root] = roots;
  if (!root?.Id) throw new SettingFailed('AWS Organizations lists no root. Deploy to the management account.');
  const statuses = (root.PolicyTypes ?? []).map(({ Type, Status }) => [Type, Status]);
  return { rootId: root.Id, statuses: Object.fromEntries(statuses) };
}

async function enable(type: PolicyType, rootId: string, clients: Clients): Promise<void> {
  try {
    await retried(clients, () => clients.organizations.enablePolicyType({ RootId: rootId, PolicyType: type }));
  } catch (error) {
    if (!isNamed(error, 'PolicyTypeAlreadyEnabledException')) throw error;
  }
}

async function untilEnabled(policyTypes: readonly PolicyType[], clients: Clients): Promise<void> {
  const pending = (statuses: Readonly<Record<string, string>>) =>
    policyTypes.filter((type) => statuses[type] !== 'ENABLED');
  const { statuses } = await polled(
    clients,
    () => readRoot(clients),
    (root) => pending(root.statuses).length === 0,
  );
  const late = pending(statuses).map((type) => `${type} is ${statuses[type] ?? 'off'}`);
  if (late.length > 0) {
    throw new SettingFailed(`AWS took the request, but after two minutes ${late.join(', ')}. Deploy again in a while.`);
  }
}
