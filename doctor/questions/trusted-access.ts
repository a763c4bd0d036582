import type { Answer } from '../answer';
import { trustedServicesOf } from '../baseline';
import type { Question } from '../question';

/** Which services may already work in every account, and which the foundation will let. Nothing is ever switched off. */
export const trustedAccess: Question = {
  id: 'trusted-access',
  title: { en: 'Trusted access', ja: '信頼されたアクセス' },
  about: 'organization',

  async ask({ organization, reads }) {
    const trusted = await reads.trustedServices();
    const wanted = trustedServicesOf(organization);
    const on = wanted.filter((service) => trusted.includes(service));
    const off = wanted.filter((service) => !trusted.includes(service));
    return [
      ...listed('adopt', on, { en: 'Already on', ja: '有効' }),
      ...listed('create', off, { en: 'Will be switched on', ja: '有効にします' }),
    ];
  },
};

function listed(state: 'adopt' | 'create', services: readonly string[], what: { en: string; ja: string }): Answer[] {
  if (services.length === 0) return [];
  const names = services.map((service) => service.replace('.amazonaws.com', '')).join(', ');
  return [{ state, found: { en: `${what.en}: ${names}`, ja: `${what.ja}: ${names}` } }];
}
