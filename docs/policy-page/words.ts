import type { DeclarativePolicy, OrganizationPolicy, Text } from '../../policies/policy';
import type { PolicyReach, RolloutStage } from '../../policies/rollout';

export const reachWords: Readonly<Record<PolicyReach, Text>> = {
  root: { en: 'the root', ja: 'ルート' },
  'every-unit': { en: 'every organizational unit', ja: 'すべての組織単位' },
  'suspended-units': { en: 'units of suspended accounts', ja: '停止中アカウントの組織単位' },
  'canary-units': { en: 'canary units', ja: 'カナリアの組織単位' },
};

export const stageWords: Readonly<Record<RolloutStage, Text>> = {
  canary: { en: 'canary', ja: 'カナリア' },
  'organizational-units': { en: 'organizational units', ja: '組織単位' },
  root: { en: 'root', ja: 'ルート' },
};

export const kindWords: Readonly<Record<OrganizationPolicy['kind'], Text>> = {
  'service-control-policy': { en: 'Service control policies', ja: 'サービスコントロールポリシー（SCP）' },
  'resource-control-policy': { en: 'Resource control policies', ja: 'リソースコントロールポリシー（RCP）' },
};

export const targetWords: Readonly<Record<ReturnType<NonNullable<DeclarativePolicy['target']>>, Text>> = {
  root: reachWords.root,
  'canary-units': reachWords['canary-units'],
};

export const words = {
  why: { en: 'Why', ja: '理由' },
  attached: { en: 'Attached', ja: 'アタッチ' },
  exempt: { en: 'Exempt', ja: '例外' },
  denied: { en: 'Denied', ja: '拒否される例' },
  allowed: { en: 'Still possible', ja: '引き続き可能な例' },
  needs: { en: 'What has to be there first', ja: '事前に必要なもの' },
  statements: { en: 'Statements', ja: 'ステートメント' },
  content: { en: 'Content', ja: '内容' },
  assigned: { en: 'Assigned to', ja: '割り当て' },
  session: { en: 'Session', ja: 'セッション' },
  managed: { en: 'AWS managed policies', ja: 'AWS 管理ポリシー' },
  source: { en: 'Source', ja: 'ソース' },
  nobody: { en: 'nobody', ja: 'なし' },
  none: { en: 'none', ja: 'なし' },
} satisfies Record<string, Text>;

/** Names in a sentence of the page. */
export function listOf(names: readonly string[], language: keyof Text): string {
  return names.join(language === 'ja' ? '、' : ', ');
}

/** A block that readers open when they want the exact text. */
export function collapsible(title: string, json: unknown): string {
  return `<details><summary>${title}</summary>\n\n\`\`\`json\n${JSON.stringify(json, undefined, 2)}\n\`\`\`\n\n</details>`;
}
