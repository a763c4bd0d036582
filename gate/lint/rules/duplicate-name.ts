import type { Text } from '../../../policies/policy';
import type { JsonRule } from '../rule';

const text = {
  what: (name: string): Text => ({
    en: `${name} stands twice in the same object.`,
    ja: `${name} が同じオブジェクトに二度あります。`,
  }),
  why: {
    en: 'IAM allows each name once; a JSON parser keeps the last one and drops the others without a word.',
    ja: 'IAM では同じ名前は一度しか使えません。JSON パーサーは最後の値だけを残し、ほかを黙って捨てます。',
  },
  fix: {
    en: 'Put the values of both into one list, or split the statement.',
    ja: '両方の値を一つのリストにまとめるか、ステートメントを分けてください。',
  },
};

/** Two `StringEquals` in one condition, two `Action` in one statement: only one of them counts. */
export const duplicateName: JsonRule = {
  id: 'duplicate-name',
  title: { en: 'No name stands twice in one object', ja: '一つのオブジェクトに同じ名前は一度だけ' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  judge(fault) {
    if (fault.kind !== 'duplicate-name') return undefined;
    return { at: fault, what: text.what(fault.got), why: text.why, fix: text.fix };
  },
};
