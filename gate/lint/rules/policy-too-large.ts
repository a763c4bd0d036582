import type { Text } from '../../../policies/policy';
import { policyQuotas } from '../policy-quotas';
import type { PolicyRule } from '../rule';

const nearlyFull = 0.9;

const text = {
  what: (characters: number, most: number): Text => ({
    en: `The policy has ${characters} of ${most} characters.`,
    ja: `ポリシーの長さは ${characters} 文字で、上限は ${most} 文字です。`,
  }),
  refused: { en: 'AWS Organizations refuses it.', ja: 'AWS Organizations に拒否されます。' },
  soon: {
    en: 'The next model, account or region will not fit.',
    ja: 'モデル、アカウント、リージョンを一つ増やすだけで収まらなくなります。',
  },
  minify: (characters: number): Text => ({
    en: `Store it without white space: ${characters} characters are left. Only the console removes white space itself.`,
    ja: `空白を除いて保存してください（${characters} 文字になります）。空白を自動で取り除くのはコンソールだけです。`,
  }),
  split: { en: 'Split it into two policies.', ja: '二つのポリシーに分けてください。' },
};

/** White space counts as it is stored, which is as an API or template sends it. */
export const policyTooLarge: PolicyRule = {
  id: 'policy-too-large',
  title: { en: 'The policy fits its quota', ja: 'ポリシーの長さが上限に収まっている' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  *judge({ kind, text: stored, root }) {
    const most = policyQuotas[kind]?.characters;
    if (most === undefined || stored.length <= most * nearlyFull) return;
    const fits = stored.length <= most;
    const minified = withoutWhiteSpace(stored).length;
    yield {
      at: { ...root, end: root.start + 1 },
      severity: fits ? 'warning' : 'error',
      what: text.what(stored.length, most),
      why: fits ? text.soon : text.refused,
      fix: minified <= most * nearlyFull ? text.minify(minified) : text.split,
    };
  },
};

/** Removes white space outside texts, as the AWS Organizations console does. */
function withoutWhiteSpace(json: string): string {
  return json.replace(/("(?:[^"\\]+|\\.)*")|\s+/gs, '$1');
}
