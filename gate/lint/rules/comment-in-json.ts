import type { Text } from '../../../policies/policy';
import type { JsonRule } from '../rule';

const text = {
  what: (comment: string): Text => ({
    en: `JSON has no comments, but here is one: ${comment}`,
    ja: `JSON にコメントは書けませんが、コメントがあります: ${comment}`,
  }),
  why: {
    en: 'AWS refuses the whole policy, whatever the comment says.',
    ja: 'コメントの内容にかかわらず、ポリシー全体が AWS に拒否されます。',
  },
  fix: {
    en: 'Remove the comment; say what the statement is for in its Sid.',
    ja: 'コメントを削除し、ステートメントの目的は Sid で表してください。',
  },
};

/** Comments are the most frequent reason why a published policy does not parse. */
export const commentInJson: JsonRule = {
  id: 'comment-in-json',
  title: { en: 'A policy has no comments', ja: 'ポリシーにコメントはない' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  judge(fault) {
    if (fault.kind !== 'comment') return undefined;
    return { at: fault, what: text.what(fault.got.trim()), why: text.why, fix: text.fix };
  },
};
