import { paginateListOrganizationAdminAccounts as guardDutyPages } from '@aws-sdk/client-guardduty';
import { paginateListDelegatedAdminAccounts as inspectorPages } from '@aws-sdk/client-inspector2';
import { paginateListOrganizationAdminAccounts as maciePages } from '@aws-sdk/client-macie2';
import { paginateListDelegatedAdministrators } from '@aws-sdk/client-organizations';
import { paginateListOrganizationAdminAccounts as securityHubPages } from '@aws-sdk/client-securityhub';
import type { Organization } from '../config/resolve-organization';
import { administeredServicesOf } from './baseline';
import type { Clients } from './clients';
import { isDenied } from './unanswered';

export interface Administrator {
  readonly account: string;
  /** `ENABLED`, or on its way out. */
  readonly status: string;
}

/** One register of administrators: of AWS Organizations for one service, or of a service in one region. */
export interface Register {
  readonly service: string;
  readonly region?: string;
  read(): Promise<readonly Administrator[]>;
}

/** What AWS Organizations knows: the administrators of each service, whatever the region. */
export function organizationsRegisters(organization: Organization, clients: Clients): readonly Register[] {
  return administeredServicesOf(organization).map((service) => ({
    service: service.replace('.amazonaws.com', ''),
    async read() {
      const found: Administrator[] = [];
      const client = clients.organizations();
      for await (const page of paginateListDelegatedAdministrators({ client }, { ServicePrincipal: service }))
        found.push(...(page.DelegatedAdministrators ?? []).map(({ Id = '' }) => ({ account: Id, status: 'ENABLED' })));
      return found;
    },
  }));
}

/** What each service knows in one region. */
export function serviceRegisters({ services }: Organization, region: string, clients: Clients): readonly Register[] {
  return [
    { service: 'GuardDuty', region, read: () => guardDuty(clients) },
    { service: 'Inspector', region, read: () => inspector(clients) },
    { service: 'Security Hub CSPM', region, read: () => securityHub(clients, 'SecurityHub') },
    { service: 'Security Hub', region, read: () => securityHub(clients, 'SecurityHubV2') },
    ...(services.macie ? [{ service: 'Macie', region, read: () => macie(clients) }] : []),
  ];
}

async function guardDuty(clients: Clients): Promise<readonly Administrator[]> {
  const found: Administrator[] = [];
  for await (const { AdminAccounts = [] } of guardDutyPages({ client: clients.guardDuty() }, {}))
    for (const { AdminAccountId: account = '', AdminStatus: status = '' } of AdminAccounts)
      found.push({ account, status });
  return found;
}

async function inspector(clients: Clients): Promise<readonly Administrator[]> {
  const found: Administrator[] = [];
  for await (const { delegatedAdminAccounts = [] } of inspectorPages({ client: clients.inspector() }, {}))
    for (const { accountId: account = '', status = '' } of delegatedAdminAccounts) found.push({ account, status });
  return found;
}

async function securityHub(
  clients: Clients,
  Feature: 'SecurityHub' | 'SecurityHubV2',
): Promise<readonly Administrator[]> {
  const found: Administrator[] = [];
  for await (const { AdminAccounts = [] } of securityHubPages({ client: clients.securityHub() }, { Feature }))
    for (const { AccountId: account = '', Status: status = '' } of AdminAccounts) found.push({ account, status });
  return found;
}

/** Where Macie is off, AWS answers as if a permission were missing; then nobody administers it. */
async function macie(clients: Clients): Promise<readonly Administrator[]> {
  const found: Administrator[] = [];
  try {
    for await (const { adminAccounts = [] } of maciePages({ client: clients.macie() }, {}))
      for (const { accountId: account = '', status = '' } of adminAccounts) found.push({ account, status });
  } catch (error) {
    if (!isDenied(error) || !/Macie is not enabled/i.test(String(error))) throw error;
  }
  return found;
}
