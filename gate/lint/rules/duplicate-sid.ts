import type { Text } from '../../../policies/policy';
import type { PolicyRule } from '../rule';

const text = {
  what: (sid: string, other: number): Text => ({
    en: `Statement[${other}] has the Sid ${sid} already.`,
    ja: `Sid ${sid} は Statement[${other}] ですでに使われています。`,
  }),
  why: {
    en: 'AWS refuses the policy: a Sid is unique in its policy.',
    ja: 'Sid はポリシー内で一意でなければならず、AWS に拒否されます。',
  },
  fix: { en: 'Give each statement its own.', ja: 'ステートメントごとに別の Sid を付けてください。' },
};

/** A Sid names one statement. */
export const duplicateSid: PolicyRule = {
  id: 'duplicate-sid',
  title: { en: 'Every Sid is unique in its policy', ja: 'Sid はポリシー内で一意である' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  *judge({ statements }) {
    const first = new Map<string, number>();
    for (const statement of statements) {
      const { sid, index } = statement;
      if (sid === undefined || sid.text === '') continue;
      const other = first.get(sid.text);
      if (other === undefined) first.set(sid.text, index);
      else
        yield { at: sid.at, statement, what: text.what(JSON.stringify(sid.text), other), why: text.why, fix: text.fix };
    }
  },
};
