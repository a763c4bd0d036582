import type { Answer } from '../answer';
import { policyTypesOf } from '../baseline';
import type { Question } from '../question';

/** Which policy types are on. A policy of a type that is off cannot be attached. */
export const policyTypes: Question = {
  id: 'policy-types',
  title: { en: 'Policy types', ja: 'ポリシータイプ' },
  about: 'organization',

  async ask({ organization, reads }) {
    const root = await reads.root();
    const statuses = new Map((root?.PolicyTypes ?? []).map(({ Type, Status }) => [Type as string, Status as string]));
    const wanted = policyTypesOf(organization);
    const on = wanted.filter((type) => statuses.get(type) === 'ENABLED');
    const leaving = wanted.filter((type) => statuses.get(type) === 'PENDING_DISABLE');
    const off = wanted.filter((type) => !on.includes(type) && !leaving.includes(type));
    const answers: Answer[] = [];
    if (on.length > 0) {
      answers.push({ state: 'adopt', found: { en: `Already on: ${on.join(', ')}`, ja: `有効: ${on.join(', ')}` } });
    }
    if (off.length > 0) {
      answers.push({
        state: 'create',
        found: { en: `Will be switched on: ${off.join(', ')}`, ja: `有効にします: ${off.join(', ')}` },
      });
    }
    if (leaving.length > 0) {
      answers.push({
        state: 'blocker',
        found: { en: `Being switched off: ${leaving.join(', ')}`, ja: `無効化の途中: ${leaving.join(', ')}` },
        advice: {
          en: 'Wait until AWS Organizations shows the type as disabled; the foundation then switches it on.',
          ja: 'AWS Organizations で無効になるまで待ってください。その後、基盤のスタックが有効にします。',
        },
      });
    }
    return answers;
  },
};
