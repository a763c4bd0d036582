import type { Text } from '../../../policies/policy';
import { nearestName } from '../nearest-name';
import { member } from '../policy-under-lint';
import type { PolicyRule } from '../rule';

const effects = ['Allow', 'Deny'];

const text = {
  what: (effect: string): Text => ({ en: `${effect} is no effect.`, ja: `${effect} という Effect はありません。` }),
  why: {
    en: 'AWS refuses the policy: Effect is case-sensitive and knows Allow and Deny only.',
    ja: 'AWS はこのポリシーを拒否します。Effect は Allow と Deny だけで、大文字と小文字は区別されます。',
  },
  write: (effect: string): Text => ({ en: `Write "${effect}".`, ja: `"${effect}" と書いてください。` }),
  choose: { en: 'Write "Allow" or "Deny".', ja: '"Allow" か "Deny" と書いてください。' },
};

/** `Denyy` denies nothing. */
export const invalidEffect: PolicyRule = {
  id: 'invalid-effect',
  title: { en: 'Effect is Allow or Deny', ja: 'Effect は Allow か Deny である' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  *judge({ statements }) {
    for (const statement of statements) {
      const effect = member(statement.node, 'Effect');
      if (effect === undefined || statement.effect !== undefined) continue;
      const written = effect.kind === 'text' || effect.kind === 'literal' ? effect.text : effect.kind;
      const nearest = nearestName(written, effects);
      const fix = nearest === undefined ? text.choose : text.write(nearest);
      yield { at: effect, statement, what: text.what(JSON.stringify(written)), why: text.why, fix };
    }
  },
};
