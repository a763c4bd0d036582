import type { PolicyRule } from '../rule';

const text = {
  what: { en: 'The statement has no Sid.', ja: 'ステートメントに Sid がありません。' },
  why: {
    en: 'Nobody can name the rule that stopped a call: not a message, not a review, not an exemption.',
    ja: '呼び出しを止めた規則を、メッセージでもレビューでも例外申請でも名指しできません。',
  },
  fix: {
    en: 'Give it a Sid that says what it is for.',
    ja: '目的が分かる Sid を付けてください。',
  },
};

/** A Sid is optional to AWS, not to the people who read the policy. */
export const missingSid: PolicyRule = {
  id: 'missing-sid',
  title: { en: 'Every statement has a Sid', ja: 'すべてのステートメントに Sid がある' },
  severity: 'warning',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  *judge({ statements }) {
    for (const statement of statements) {
      if (statement.node.members.some(({ name }) => name.text === 'Sid') && statement.sid?.text !== '') continue;
      yield { at: statement.sid?.at ?? statement.node, statement, ...text };
    }
  },
};
