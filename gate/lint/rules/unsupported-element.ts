import type { Text } from '../../../policies/policy';
import { grammarOf, kindName } from '../grammar';
import { member, memberName, type PolicyUnderLint, type StatementUnderLint } from '../policy-under-lint';
import type { Fault, PolicyRule } from '../rule';
import { isEveryAction } from '../statement-logic';

const text = {
  element: (name: string, kind: Text): Text => ({
    en: `A ${kind.en} has no ${name}.`,
    ja: `${kind.ja}に ${name} は書けません。`,
  }),
  everybody: {
    en: 'Principal of a resource control policy is "*" and nothing else.',
    ja: 'リソースコントロールポリシー (RCP) の Principal は "*" だけです。',
  },
  allow: {
    en: 'A resource control policy of your own only denies.',
    ja: '自分で作るリソースコントロールポリシー (RCP) には Deny しか書けません。',
  },
  everyAction: {
    en: 'A resource control policy does not take every action of every service.',
    ja: 'リソースコントロールポリシー (RCP) では、全サービスの全アクション ("*") を指定できません。',
  },
  why: {
    en: 'AWS refuses the policy when it is created.',
    ja: 'ポリシーの作成時に AWS に拒否されます。',
  },
  whom: {
    en: 'Remove it; say whom the statement means in Condition, with aws:PrincipalArn or aws:PrincipalTag.',
    ja: '削除し、対象者は Condition の aws:PrincipalArn や aws:PrincipalTag で表してください。',
  },
  actions: { en: 'Name the actions in Action.', ja: '対象のアクションを Action に書いてください。' },
  remove: { en: 'Remove it.', ja: '削除してください。' },
  deny: {
    en: 'Write what is denied; RCPFullAWSAccess, which AWS attaches, allows the rest.',
    ja: '拒否する内容を書いてください。それ以外は AWS が付与する RCPFullAWSAccess が許可します。',
  },
  service: { en: 'Name a service: "s3:*".', ja: '"s3:*" のようにサービスを指定してください。' },
};

/** Each kind of policy has its own grammar. */
export const unsupportedElement: PolicyRule = {
  id: 'unsupported-element',
  title: { en: 'Every element is one of this kind of policy', ja: 'その種類のポリシーで使える要素だけを使っている' },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  *judge(policy) {
    const grammar = grammarOf(policy.kind);
    const id = memberName(policy.root, 'Id');
    if (id !== undefined && !grammar.id) {
      yield { at: id, what: text.element('Id', kindName(policy.kind)), why: text.why, fix: text.remove };
    }
    for (const statement of policy.statements) {
      for (const fault of judgeStatement(statement, policy)) yield { ...fault, statement };
    }
  },
};

function* judgeStatement({ node, effect, actions }: StatementUnderLint, { kind }: PolicyUnderLint): Generator<Fault> {
  const grammar = grammarOf(kind);
  const forbidden: readonly (readonly [boolean, string, Text])[] = [
    [grammar.principal === 'forbidden', 'Principal', text.whom],
    [grammar.principal !== 'required', 'NotPrincipal', text.whom],
    [!grammar.notAction, 'NotAction', text.actions],
  ];
  for (const [applies, name, fix] of forbidden) {
    const at = memberName(node, name);
    if (applies && at !== undefined) yield { at, what: text.element(name, kindName(kind)), why: text.why, fix };
  }
  const principal = member(node, 'Principal');
  if (grammar.principal === 'everyone' && principal !== undefined) {
    const everybody = principal.kind === 'text' && principal.text === '*';
    if (!everybody) yield { at: principal, what: text.everybody, why: text.why, fix: text.whom };
  }
  if (!grammar.allow && effect === 'Allow') {
    const at = member(node, 'Effect') ?? node;
    yield { at, what: text.allow, why: text.why, fix: text.deny };
  }
  for (const { text: action, at } of grammar.everyAction ? [] : actions) {
    if (isEveryAction(action)) yield { at, what: text.everyAction, why: text.why, fix: text.service };
  }
}
