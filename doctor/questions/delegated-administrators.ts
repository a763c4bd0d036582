import { globalServicesRegion } from '../../config/regions';
import { type Administrator, organizationsRegisters, serviceRegisters } from '../administrator-registers';
import type { Answer } from '../answer';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';

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
