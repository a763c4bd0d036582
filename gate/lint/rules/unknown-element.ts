import type { Text } from '../../../policies/policy';
import type { JsonText } from '../json-reader';
import { nearestName } from '../nearest-name';
import { isLoneStatement } from '../policy-under-lint';
import type { Fault, PolicyRule } from '../rule';

const documentElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

const text = {
  what: (name: string, place: Text): Text => ({
    en: `${JSON.stringify(name)} is no element of ${place.en}.`,
    ja: `${JSON.stringify(name)} は${place.ja}の要素ではありません。`,
  }),
  policy: { en: 'a policy', ja: 'ポリシー' },
  statement: { en: 'a statement', ja: 'ステートメント' },
  why: {
    en: 'AWS refuses the policy; a tool that ignores the element would apply it without what stands here.',
    ja: 'AWS はこのポリシーを拒否します。要素を無視するツールでは、ここの内容が抜けたまま適用されます。',
  },
  write: (name: string): Text => ({ en: `Write ${name}.`, ja: `${name} と書いてください。` }),
  choose: (names: readonly string[]): Text => ({
    en: `Remove it, or use one of ${names.join(', ')}.`,
    ja: `削除するか、${names.join('、')} のいずれかを使ってください。`,
  }),
};

/** Names of elements are case-sensitive and there are few of them. */
export const unknownElement: PolicyRule = {
  id: 'unknown-element',
  title: { en: 'Every element exists', ja: '要素はすべて実在する' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  *judge({ root, statements }) {
    for (const { name } of isLoneStatement(root) ? [] : root.members) {
      if (!documentElements.includes(name.text)) yield faultAt(name, documentElements, text.policy);
    }
    for (const statement of statements) {
      for (const { name } of statement.node.members) {
        if (statementElements.includes(name.text)) continue;
        yield { ...faultAt(name, statementElements, text.statement), statement };
      }
    }
  },
};

function faultAt(name: JsonText, elements: readonly string[], place: Text): Fault {
  const nearest = nearestName(name.text, elements);
  const fix = nearest === undefined ? text.choose(elements) : text.write(nearest);
  return { at: name, what: text.what(name.text, place), why: text.why, fix };
}
