import { globalWithoutResource, organizationAccountArn } from './permissions';
import type { Difference, Permission, Place } from './setting';
import { SettingFailed } from './setting-failed';

/** An account that a security service names as the administrator of the organization, in one region. */
export interface Administrator {
  readonly accountId: string;
  /** `ENABLED`, or on its way out. */
  readonly status: string;
}

/** What a setting that names an administrator is told. */
export interface DesiredAdministrator {
  /** The account that administers the service for the organization; never the management account. */
  readonly accountId: string;
}

/** One difference, unless the desired account is the enabled administrator. */
export function administratorDifferences(
  { accountId }: DesiredAdministrator,
  administrators: readonly Administrator[],
): readonly Difference[] {
  const enabled = administrators.filter(({ status }) => status === 'ENABLED').map((found) => found.accountId);
  if (enabled.includes(accountId)) return [];
  const observed = administrators.map((found) => `${found.accountId} (${found.status})`).join(', ');
  return [{ what: 'administrator', desired: accountId, observed: observed || 'none' }];
}

/** Throws when another account administers the service, or any is just being removed: both are for a person to decide. */
export function refuseAnotherAdministrator(
  service: string,
  { accountId }: DesiredAdministrator,
  administrators: readonly Administrator[],
): void {
  const another = administrators.find((found) => found.accountId !== accountId || found.status !== 'ENABLED');
  if (!another) return;
  throw new SettingFailed(
    another.status === 'ENABLED'
      ? `${service} is administered by account ${another.accountId} in this region, and should be by ${accountId}. ` +
          `The baseline does not take it away from an account: remove ${another.accountId} as the delegated administrator ` +
          `in every region, or name it as the audit account in the configuration; then deploy again.`
      : `${service} is just removing account ${another.accountId} as its administrator in this region (${another.status}). ` +
          `Wait until it is gone, then deploy again to name ${accountId}.`,
  );
}

/** What AWS asks the management account to allow when a service registers its own delegated administrator. */
export function delegationPermissions(
  place: Place,
  { accountId }: DesiredAdministrator,
  services: readonly string[],
): readonly Permission[] {
  const condition = { StringEquals: { 'organizations:ServicePrincipal': services } };
  const ou = `arn:${place.partition}:organizations::${place.managementAccountId}:ou/${place.organizationId}/ou-*`;
  return [
    globalWithoutResource([
      'organizations:DescribeOrganization',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListAccounts',
    ]),
    { actions: ['organizations:DescribeAccount'], resources: [organizationAccountArn(place, '*')] },
    { actions: ['organizations:DescribeOrganizationalUnit'], resources: [ou] },
    {
      actions: ['organizations:EnableAWSServiceAccess', 'organizations:ListDelegatedAdministrators'],
      // AWS defines no resource for these two; the service principal narrows them.
      resources: ['*'],
      condition,
    },
    {
      actions: ['organizations:RegisterDelegatedAdministrator'],
      resources: [organizationAccountArn(place, accountId)],
      condition,
    },
  ];
}
