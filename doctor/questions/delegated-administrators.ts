import { paginateListOrganizationAdminAccounts as guardDutyPages } from '@aws-sdk/client-guardduty';
import { paginateListDelegatedAdminAccounts as inspectorPages } from '@aws-sdk/client-inspector2';
import { paginateListOrganizationAdminAccounts as maciePages } from '@aws-sdk/client-macie2';
import { paginateListDelegatedAdministrators } from '@aws-sdk/client-organizations';
import { paginateListOrganizationAdminAccounts as securityHubPages } from '@aws-sdk/client-securityhub';
import { globalServicesRegion } from '../../config/regions';
import type { Organization } from '../../config/resolve-organization';
import type { Answer } from '../answer';
import { administeredServicesOf } from '../baseline';
import type { Clients } from '../clients';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';
import { isDenied } from '../unanswered';

interface Administrator {
  readonly account: string;
  /** `ENABLED`, or on its way out. */
  readonly status: string;
}

/** One register of administrators: of AWS Organizations for one service, or of a service in one region. */
interface Register {
  readonly service: string;
  readonly region?: string;
  read(): Promise<readonly Administrator[]>;
}

/** Whether another account than the audit account administers a service. One service has one administrator, in every region. */
export const delegatedAdministrators: Question = {
  id: 'delegated-administrators',
  title: { en: 'Delegated administrators', ja: '委任管理者' },
  about: 'management-account',

  ask({ organization, clients, askEach }) {
    const registers = [
      ...organizationsRegisters(organization, clients(globalServicesRegion)),
      ...governedRegionsOf(organization).flatMap((region) => serviceRegisters(organization, region, clients(region))),
    ];
    return askEach(
      registers,
      ({ service, region }) => (region ? `${service} ${region}` : service),
      async (register) => judge(await register.read(), organization.accounts.audit.id),
    );
  },
};

function judge(administrators: readonly Administrator[], audit: string): Answer[] {
  const others = administrators.filter(({ account }) => account !== audit);
  const leaving = administrators.filter(({ account, status }) => account === audit && status !== 'ENABLED');
  if (others.length > 0) {
    const names = others.map(({ account, status }) => (status === 'ENABLED' ? account : `${account} (${status})`));
    return [
      {
        state: 'blocker',
        found: {
          en: `Administered by ${names.join(', ')}, not by the audit account ${audit}.`,
          ja: `監査アカウント ${audit} ではなく ${names.join('、')} が管理しています。`,
        },
        advice: {
          en: 'Deregister it in every region, or name it as accounts.audit. The baseline takes no service away from an account.',
          ja: '全リージョンで登録を解除するか、accounts.audit に指定してください。ベースラインは管理者を奪いません。',
        },
      },
    ];
  }
  if (leaving.length > 0) {
    return [
      {
        state: 'blocker',
        found: { en: `${audit} is just being removed.`, ja: `${audit} の登録を解除している途中です。` },
        advice: { en: 'Wait until it is gone, then deploy.', ja: '解除が終わってからデプロイしてください。' },
      },
    ];
  }
  return administrators.length > 0
    ? [{ state: 'adopt', found: { en: 'The audit account is it already.', ja: '監査アカウントが登録済みです。' } }]
    : [{ state: 'create', found: { en: 'The audit account will be it.', ja: '監査アカウントを登録します。' } }];
}

function organizationsRegisters(organization: Organization, clients: Clients): Register[] {
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

function serviceRegisters({ services }: Organization, region: string, clients: Clients): Register[] {
  const securityHub = (service: string, Feature: 'SecurityHub' | 'SecurityHubV2') => ({
    service,
    region,
    async read() {
      const found: Administrator[] = [];
      for await (const page of securityHubPages({ client: clients.securityHub() }, { Feature }))
        found.push(
          ...(page.AdminAccounts ?? []).map(({ AccountId = '', Status = '' }) => ({
            account: AccountId,
            status: Status,
          })),
        );
      return found;
    },
  });
  const macie = { service: 'Macie', region, read: () => macieAdministrators(clients) };
  return [
    {
      service: 'GuardDuty',
      region,
      async read() {
        const found: Administrator[] = [];
        for await (const page of guardDutyPages({ client: clients.guardDuty() }, {}))
          found.push(
            ...(page.AdminAccounts ?? []).map(({ AdminAccountId = '', AdminStatus = '' }) => ({
              account: AdminAccountId,
              status: AdminStatus,
            })),
          );
        return found;
      },
    },
    {
      service: 'Inspector',
      region,
      async read() {
        const found: Administrator[] = [];
        for await (const page of inspectorPages({ client: clients.inspector() }, {}))
          found.push(
            ...(page.delegatedAdminAccounts ?? []).map(({ accountId = '', status = '' }) => ({
              account: accountId,
              status,
            })),
          );
        return found;
      },
    },
    securityHub('Security Hub CSPM', 'SecurityHub'),
    securityHub('Security Hub', 'SecurityHubV2'),
    ...(services.macie ? [macie] : []),
  ];
}

/** Where Macie is off, AWS answers as if a permission were missing; then nobody administers it. */
async function macieAdministrators(clients: Clients): Promise<readonly Administrator[]> {
  const found: Administrator[] = [];
  try {
    for await (const page of maciePages({ client: clients.macie() }, {}))
      found.push(
        ...(page.adminAccounts ?? []).map(({ accountId = '', status = '' }) => ({ account: accountId, status })),
      );
  } catch (error) {
    if (!isDenied(error) || !/Macie is not enabled/i.test(String(error))) throw error;
  }
  return found;
}
