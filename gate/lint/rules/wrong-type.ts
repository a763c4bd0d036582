import type { Text } from '../../../policies/policy';
import type { JsonNode } from '../json-reader';
import { listed, member } from '../policy-under-lint';
import type { Fault, PolicyRule } from '../rule';

const text = {
  notText: (name: string): Text => ({
    en: `${name} takes one text or a list of texts.`,
    ja: `${name} には文字列か、文字列のリストを書きます。`,
  }),
  empty: (name: string): Text => ({ en: `${name} is an empty list.`, ja: `${name} が空のリストです。` }),
  notObject: (name: string): Text => ({
    en: `${name} is not an object.`,
    ja: `${name} がオブジェクトではありません。`,
  }),
  emptyText: { en: 'The Sid is not a text.', ja: 'Sid が文字列ではありません。' },
  why: { en: 'AWS refuses the policy.', ja: 'AWS はこのポリシーを拒否します。' },
  fix: { en: 'Correct the value.', ja: '値を修正してください。' },
};

/** Each element has a value of the type the grammar names. */
export const wrongType: PolicyRule = {
  id: 'wrong-type',
  title: { en: 'Every element has a value of its type', ja: '要素の値の型が正しい' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  *judge({ root, statements }) {
    for (const node of listed(member(root, 'Statement'))) {
      if (node.kind !== 'object') yield fault(node, text.notObject(node.path));
    }
    for (const statement of statements) {
      const { node } = statement;
      for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
        for (const found of texts(name, member(node, name))) yield { ...found, statement };
      }
      const sid = member(node, 'Sid');
      if (sid !== undefined && sid.kind !== 'text') yield { ...fault(sid, text.emptyText), statement };
      for (const found of condition(member(node, 'Condition'))) yield { ...found, statement };
    }
  },
};

function* texts(name: string, node: JsonNode | undefined): Generator<Fault> {
  if (node?.kind === 'array' && node.items.length === 0) yield fault(node, text.empty(name));
  for (const item of listed(node)) {
    if (item.kind !== 'text') yield fault(item, text.notText(name));
  }
}

function* condition(node: JsonNode | undefined): Generator<Fault> {
  if (node === undefined) return;
  if (node.kind !== 'object') {
    yield fault(node, text.notObject('Condition'));
    return;
  }
  for (const { name: operator, value } of node.members) {
    if (value.kind !== 'object') {
      yield fault(value, text.notObject(operator.text));
      continue;
    }
    for (const { name: key, value: values } of value.members) {
      if (values.kind === 'array' && values.items.length === 0) yield fault(values, text.empty(key.text));
      for (const item of listed(values)) {
        const simple = item.kind === 'text' || (item.kind === 'literal' && item.value !== null);
        if (!simple) yield fault(item, text.notText(key.text));
      }
    }
  }
}

function fault(at: JsonNode, what: Text): Fault {
  return { at, what, why: text.why, fix: text.fix };
}
