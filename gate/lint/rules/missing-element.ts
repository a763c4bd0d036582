import { POLICY_GRAMMARS } from '../../../evaluator/policy-kind';
import type { Text } from '../../../policies/policy';
import { grammarOf } from '../grammar';
import { isLoneStatement, listed, member, type PolicyUnderLint, type StatementUnderLint } from '../policy-under-lint';
import type { Fault, PolicyRule } from '../rule';

const text = {
  missing: (names: string): Text => ({
    en: `The statement has no ${names}.`,
    ja: `ステートメントに ${names} がありません。`,
  }),
  both: (names: readonly string[]): Text => ({
    en: `The statement has both ${names.join(' and ')}.`,
    ja: `ステートメントに ${names.join(' と ')} の両方があります。`,
  }),
  noStatement: { en: 'The policy has no statement.', ja: 'ポリシーにステートメントがありません。' },
  alone: {
    en: 'This is a statement without a policy around it.',
    ja: 'ポリシーに包まれていない、単独のステートメントです。',
  },
  why: { en: 'AWS refuses the policy.', ja: 'AWS はこのポリシーを拒否します。' },
  add: (names: string): Text => ({ en: `Add ${names}.`, ja: `${names} を加えてください。` }),
  keepOne: { en: 'Keep the one that is meant.', ja: '意図したほうだけを残してください。' },
  wrap: {
    en: 'Put it into {"Version": "2012-10-17", "Statement": [ … ]}.',
    ja: '{"Version": "2012-10-17", "Statement": [ … ]} の中に入れてください。',
  },
};

/** Each statement has an effect, one element that names actions, and what else its kind of policy asks for. */
export const missingElement: PolicyRule = {
  id: 'missing-element',
  title: { en: 'Nothing that AWS asks for is missing', ja: '必要な要素がそろっている' },
  severity: 'error',
  reference: POLICY_GRAMMARS['identity-policy'].source,
  *judge(policy) {
    const { root } = policy;
    if (isLoneStatement(root)) yield { at: root, what: text.alone, why: text.why, fix: text.wrap };
    else if (listed(member(root, 'Statement')).length === 0) {
      yield { at: root, what: text.noStatement, why: text.why, fix: text.add('Statement') };
    }
    for (const statement of policy.statements) yield* judgeStatement(statement, policy);
  },
};

function* judgeStatement(statement: StatementUnderLint, { kind }: PolicyUnderLint): Generator<Fault> {
  const grammar = grammarOf(kind);
  const { node } = statement;
  const isThere = (name: string): boolean => member(node, name) !== undefined;
  // NotAction where the grammar has none is another rule's finding, and says more.
  const isNegated = (name: string): boolean => isThere(`Not${name}`);
  const asked: readonly (readonly [boolean, readonly string[]])[] = [
    [true, ['Effect']],
    [true, grammar.notAction ? ['Action', 'NotAction'] : ['Action']],
    [grammar.resource === 'required', ['Resource', 'NotResource']],
    [grammar.principal === 'required', ['Principal', 'NotPrincipal']],
    [grammar.principal === 'everyone', ['Principal']],
  ];
  for (const [required, names] of asked) {
    const [found, choice] = [names.filter(isThere), names.join(' / ')];
    if (required && found.length === 0 && !names.some(isNegated)) {
      yield { at: node, statement, what: text.missing(choice), why: text.why, fix: text.add(choice) };
    }
    if (found.length > 1) yield { at: node, statement, what: text.both(found), why: text.why, fix: text.keepOne };
  }
}
