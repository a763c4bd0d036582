import type { Text } from '../../../policies/policy';
import { grammarOf } from '../grammar';
import type { PolicyRule } from '../rule';

const text = {
  what: (sid: string): Text => ({
    en: `The Sid ${sid} has characters besides letters and digits.`,
    ja: `Sid ${sid} に英数字以外の文字が含まれています。`,
  }),
  refused: { en: 'IAM refuses the policy.', ja: 'IAM はこのポリシーを拒否します。' },
  notPortable: {
    en: 'Other kinds of policy refuse it, and tools that name findings after the Sid stumble.',
    ja: 'ほかの種類のポリシーでは拒否され、Sid を識別子に使うツールも正しく扱えません。',
  },
  write: (sid: string): Text => ({ en: `Write ${sid}.`, ja: `${sid} のように書いてください。` }),
};

/** IAM accepts A-Z, a-z and 0-9 only. */
export const invalidSid: PolicyRule = {
  id: 'invalid-sid',
  title: { en: 'A Sid has letters and digits only', ja: 'Sid は英数字だけでできている' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  *judge({ kind, statements }) {
    const refused = grammarOf(kind).alphanumericSid;
    for (const statement of statements) {
      const { sid } = statement;
      if (sid === undefined || /^[A-Za-z0-9]*$/.test(sid.text)) continue;
      yield {
        at: sid.at,
        statement,
        severity: refused ? 'error' : 'warning',
        what: text.what(JSON.stringify(sid.text)),
        why: refused ? text.refused : text.notPortable,
        fix: text.write(pascalCase(sid.text)),
      };
    }
  },
};

function pascalCase(sid: string): string {
  const words = sid.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'DenySomething';
}
