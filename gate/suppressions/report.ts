import type { PreparedChange } from './apply-change';

export interface SuppressionsReport {
  readonly region: string;
  readonly account: string;
  readonly applied: boolean;
  /** Rules that are as the waivers ask. */
  readonly unchanged: number;
  readonly changes: readonly {
    readonly kind: 'create' | 'update' | 'delete';
    readonly rule: string;
    readonly control: string;
    readonly accounts: readonly string[];
    readonly resources: readonly string[];
    /** Findings of today that are suppressed. */
    readonly suppressed: number;
    /** Findings of today that are open again. */
    readonly reopened: number;
  }[];
}

export function reportOf(
  place: Pick<SuppressionsReport, 'region' | 'account' | 'applied' | 'unchanged'>,
  prepared: readonly PreparedChange[],
): SuppressionsReport {
  return {
    ...place,
    changes: prepared.map(({ change, suppress, reopen }) => {
      const rule = change.kind === 'delete' ? change.before : change.rule;
      return {
        kind: change.kind,
        rule: rule.name,
        control: rule.control,
        accounts: rule.accountIds,
        resources: rule.resourcePrefixes,
        suppressed: suppress.length,
        reopened: reopen.length,
      };
    }),
  };
}

const words = {
  en: {
    signs: { create: 'create', update: 'change', delete: 'delete' },
    where: (accounts: string, resources: string) => `in ${accounts}, ${resources || 'every resource'}`,
    findings: (suppressed: number, reopened: number) => `suppresses ${suppressed}, opens ${reopened} again`,
    none: (unchanged: number) => `Nothing to do: ${unchanged} automation rules are as the waivers ask.`,
    applied: (count: number) => `${count} automation rules changed.`,
    planned: (count: number) => `${count} automation rules would change. Nothing was changed; --apply does it.`,
  },
  ja: {
    signs: { create: '作成', update: '変更', delete: '削除' },
    where: (accounts: string, resources: string) => `対象 ${accounts}、${resources || 'すべてのリソース'}`,
    findings: (suppressed: number, reopened: number) => `抑制 ${suppressed} 件、再オープン ${reopened} 件`,
    none: (unchanged: number) => `変更はありません。自動化ルール ${unchanged} 件は免除のとおりです。`,
    applied: (count: number) => `自動化ルールを ${count} 件変更しました。`,
    planned: (count: number) =>
      `自動化ルールを ${count} 件変更する予定です。まだ何も変更していません。--apply で実行します。`,
  },
} as const;

/** What people read. */
export function renderSuppressions({ applied, unchanged, changes }: SuppressionsReport, language: 'en' | 'ja'): string {
  const text = words[language];
  if (changes.length === 0) return `${text.none(unchanged)}\n`;
  const lines = changes.flatMap(({ kind, rule, accounts, resources, suppressed, reopened }) => [
    `${text.signs[kind]} ${rule}`,
    `  ${text.where(accounts.join(', '), resources.join(', '))}`,
    `  ${text.findings(suppressed, reopened)}`,
  ]);
  return `${[...lines, '', applied ? text.applied(changes.length) : text.planned(changes.length)].join('\n')}\n`;
}
