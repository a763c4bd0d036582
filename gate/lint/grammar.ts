import { POLICY_GRAMMARS, type PolicyGrammar, type PolicyKind } from '../../evaluator/policy-kind';
import type { Text } from '../../policies/policy';
import type { LintKind } from './lint-kinds';

const kinds: Readonly<Record<LintKind, { readonly kind: PolicyKind; readonly name: Text }>> = {
  scp: {
    kind: 'service-control-policy',
    name: { en: 'service control policy', ja: 'サービスコントロールポリシー (SCP)' },
  },
  rcp: {
    kind: 'resource-control-policy',
    name: { en: 'resource control policy', ja: 'リソースコントロールポリシー (RCP)' },
  },
  identity: { kind: 'identity-policy', name: { en: 'identity policy', ja: 'アイデンティティベースのポリシー' } },
  resource: { kind: 'resource-policy', name: { en: 'resource policy', ja: 'リソースベースのポリシー' } },
};

/** What the grammar of a kind of policy asks for. */
export function grammarOf(kind: LintKind): PolicyGrammar {
  return POLICY_GRAMMARS[kinds[kind].kind];
}

/** The kind in words, such as `service control policy`. */
export function kindName(kind: LintKind): Text {
  return kinds[kind].name;
}
