import { createColors } from 'picocolors';
import type { Decision } from '../evaluator/judge';
import type { Text } from '../policies/policy';
import { columnsOf, lineWidth, wrap } from '../terminal/columns';
import type { Explanation, Lack } from './explanation';
import { kindWords, lackWords, levelWords, unreadWords } from './kind-words';
import type { StatementOrigin } from './policy-origins';

type Language = keyof Text;

const decisions: Readonly<Record<Decision, Text>> = {
  allowed: { en: 'Allowed', ja: '許可' },
  'explicitly-denied': { en: 'Denied by a policy', ja: 'ポリシーによる明示的な拒否' },
  'implicitly-denied': { en: 'Denied: nothing allows it', ja: '拒否（許可するポリシーがない）' },
  unknown: { en: 'Unknown', ja: '不明' },
};

const words = {
  who: { en: 'Who', ja: '呼び出し元' },
  account: { en: 'Account', ja: 'アカウント' },
  action: { en: 'Action', ja: 'アクション' },
  resource: { en: 'Resource', ja: 'リソース' },
  decides: { en: 'What decides', ja: '決め手' },
  alsoDenies: { en: 'What denies it too', ja: 'ほかに拒否するもの' },
  allowsNothing: { en: 'What allows nothing here', ja: '許可していないもの' },
  lacks: { en: 'What would have to be known', ja: '判定に必要な情報' },
  assumed: { en: 'Assumed (--context replaces it)', ja: '仮定した条件キー（--context で変更）' },
  absent: {
    en: 'Keys the request was taken not to have (--context gives them)',
    ja: 'リクエストにないとした条件キー（--context で指定）',
  },
  notes: { en: 'Notes', ja: '注記' },
  policy: { en: 'Policy', ja: 'ポリシー' },
  statement: { en: 'Statement', ja: 'ステートメント' },
  level: { en: 'Attached to', ja: 'アタッチ先' },
} satisfies Record<string, Text>;

/** The answer for somebody who looks at a terminal of 80 columns. */
export function explanationText(explanation: Explanation, language: Language, colors: boolean): string {
  const color = createColors(colors);
  const { decision, decidedBy, alsoDenying, notAllowedBy, lacked, assumed, absent, notes } = explanation;
  const paint = decision === 'allowed' ? color.green : decision === 'unknown' ? color.yellow : color.red;
  const section = (title: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[color.bold(title[language]), ...lines].join('\n')];
  const origins = (list: readonly StatementOrigin[]) => list.flatMap((origin) => originLines(origin, language));
  return `${[
    [color.bold(paint(decisions[decision][language])), ...askedLines(explanation, language)].join('\n'),
    // What keeps the answer unknown is told with what would have to be known.
    ...section(words.decides, decidedBy === null || decision === 'unknown' ? [] : originLines(decidedBy, language)),
    ...section(words.alsoDenies, origins(alsoDenying)),
    ...section(
      words.allowsNothing,
      notAllowedBy.flatMap(({ kind, level }) =>
        indented(kindWords[kind][language] + (level === null ? '' : ` (${levelWords(level, language)})`)),
      ),
    ),
    ...section(
      words.lacks,
      lacked.flatMap((lack) => lackLines(lack, language)),
    ),
    ...section(
      words.assumed,
      assumed.flatMap(({ key, value, why }) => indented(`${key}=${value}: ${why[language]}`)),
    ),
    ...section(words.absent, absent.length === 0 ? [] : indented(absent.join(', '))),
    ...section(
      words.notes,
      notes.flatMap((note) => indented(note[language])),
    ),
  ].join('\n\n')}\n`;
}

function askedLines(
  { principal, account, action, resource, resourceAccount, given }: Explanation,
  language: Language,
): readonly string[] {
  const unit =
    account.organizationalUnit === null ? '' : `, ${levelWords(`unit ${account.organizationalUnit}`, language)}`;
  const elsewhere = resourceAccount.id === account.id ? '' : ` (${resourceAccount.name ?? resourceAccount.id})`;
  return [
    ...labelled(words.who, principal, language),
    ...labelled(words.account, `${account.name} (${account.id}${unit})`, language),
    ...labelled(words.action, action, language),
    ...labelled(words.resource, `${resource}${elsewhere}`, language),
    ...Object.entries(given).flatMap(([key, values]) => indented(`${key}=${values.join(', ')}`)),
  ];
}

function originLines(
  { kind, document, level, sid, statement, policy }: StatementOrigin,
  language: Language,
): readonly string[] {
  const place = `${sid ?? `#${statement + 1}`} (${document}, ${kindWords[kind][language]})`;
  return [
    ...(policy === null ? [] : labelled(words.policy, `${policy.id}: ${policy.title[language]}`, language)),
    ...labelled(words.statement, place, language),
    ...(level === null ? [] : labelled(words.level, levelWords(level, language), language)),
  ];
}

function lackLines({ key, why, standsFor, statements }: Lack, language: Language): readonly string[] {
  const what = standsFor === null ? lackWords[why] : unreadWords[standsFor];
  const policies = [...new Set(statements.map(({ policy, document, sid }) => policy?.id ?? sid ?? document))];
  const askedBy = policies.length === 0 || standsFor !== null ? '' : ` (${policies.join(', ')})`;
  return indented(`${key}: ${what[language]}${askedBy}`);
}

const labelWidth = 16;

function labelled(label: Text, text: string, language: Language): readonly string[] {
  const [first = '', ...rest] = wrap(text, lineWidth - 2 - labelWidth);
  const name = label[language];
  return [
    `  ${name}${' '.repeat(Math.max(1, labelWidth - columnsOf(name)))}${first}`,
    ...rest.map((line) => `${' '.repeat(2 + labelWidth)}${line}`),
  ];
}

/** Two columns in; what follows of a line four. */
function indented(text: string): readonly string[] {
  return wrap(text, lineWidth - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}
