import { createColors } from 'picocolors';
import type { Text } from '../../../policies/policy';
import { columnsOf, lineWidth, wrap } from '../../../terminal/columns';
import type { LintedFile, LintFinding, LintReport } from '../lint';
import type { LintKind } from '../lint-kinds';
import { tallyOf } from './tally';

/** The languages a report speaks. */
export type Language = keyof Text;

type Colors = ReturnType<typeof createColors>;

const kinds: Readonly<Record<LintKind, Text>> = {
  scp: { en: 'service control policy', ja: 'サービスコントロールポリシー' },
  rcp: { en: 'resource control policy', ja: 'リソースコントロールポリシー' },
  identity: { en: 'identity policy', ja: 'アイデンティティポリシー' },
  resource: { en: 'resource policy', ja: 'リソースポリシー' },
};

const words = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  why: { en: 'why', ja: '理由' },
  fix: { en: 'fix', ja: '対応' },
  place: { en: 'at', ja: '箇所' },
  assumed: {
    en: 'Kinds that were assumed; --kind says otherwise:',
    ja: '種別は次のように推定しました（--kind で指定できます）:',
  },
} satisfies Record<string, Text>;

/**
 * The report for somebody at a terminal of 80 columns: the findings of each file, which kinds were assumed and why, and the
 * numbers last. A clean run without assumptions is one line.
 */
export function textReport(report: LintReport, language: Language, colors: boolean): string {
  const color = createColors(colors);
  const names = [...new Set(report.findings.map(({ file }) => file))];
  const blocks = [
    ...names.map((file) => fileBlock(file, report, language, color)),
    assumptions(report.files, language, color),
    skipped(report.skipped.length, language),
    summary(report, language, color),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The numbers in one line, without colours. */
export function summaryOf(report: LintReport, language: Language): string {
  const { policies, statements, errors, warnings } = tallyOf(report);
  if (language === 'ja') {
    return `ポリシー ${policies} 件、ステートメント ${statements} 件: エラー ${errors} 件、警告 ${warnings} 件。`;
  }
  const judged = `${counted(policies, 'policy', 'policies')}, ${counted(statements, 'statement')}`;
  return `${judged}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}

function summary(report: LintReport, language: Language, color: Colors): string {
  const { errors, warnings } = tallyOf(report);
  const tone = errors > 0 ? color.red : warnings > 0 ? color.yellow : color.green;
  return tone(summaryOf(report, language));
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

function fileBlock(file: string, { files, findings }: LintReport, language: Language, color: Colors): string {
  const kind = files.find((linted) => linted.file === file)?.kind;
  const head = kind === undefined ? file : `${file} (${kinds[kind][language]})`;
  return [
    ...lines(head, lineWidth).map((line) => color.bold(line)),
    ...findings.filter((finding) => finding.file === file).flatMap((finding) => findingLines(finding, language, color)),
  ].join('\n');
}

function findingLines(finding: LintFinding, language: Language, color: Colors): string[] {
  const { severity, rule, path, start, sid, what, why, fix } = finding;
  const tone = severity === 'error' ? color.red : color.yellow;
  const position = start === undefined ? '' : `${start.line}:${start.column} `;
  const statement = sid === undefined ? path : `${path} (Sid ${sid})`;
  const [head = '', ...rest] = lines(`${position}${words[severity][language]} ${rule}`, lineWidth - 2);
  return [
    `  ${tone(head)}`,
    ...rest.map((line) => `  ${tone(line)}`),
    ...lines(what[language], lineWidth - 4).map((line) => `    ${line}`),
    ...field(words.why, why[language], language, color),
    ...field(words.fix, fix[language], language, color),
    ...(statement === '' ? [] : field(words.place, statement, language, color)),
  ];
}

function field(name: Text, value: string, language: Language, color: Colors): string[] {
  const label = `${name[language]}${' '.repeat(6 - columnsOf(name[language]))}`;
  return lines(value, lineWidth - 10).map((line, index) =>
    index === 0 ? `    ${color.dim(label)}${line}` : `${' '.repeat(10)}${line}`,
  );
}

/** How many policies were taken for what, and why; empty when nothing was assumed. */
function assumptions(files: readonly LintedFile[], language: Language, color: Colors): string {
  const assumed = files.flatMap(({ kind, because }) =>
    kind === undefined || because === undefined ? [] : [`${kinds[kind][language]}: ${because[language]}`],
  );
  if (assumed.length === 0) return '';
  return [
    ...lines(words.assumed[language], lineWidth),
    ...[...new Set(assumed)].flatMap((reason) => {
      const count = assumed.filter((other) => other === reason).length;
      return lines(`${count} × ${reason}`, lineWidth - 2).map((line) => `  ${line}`);
    }),
  ]
    .map((line) => color.dim(line))
    .join('\n');
}

function skipped(count: number, language: Language): string {
  if (count === 0) return '';
  if (language === 'ja') return `ポリシーを含まない ${count} 件のファイルは対象外としました。`;
  return `${counted(count, 'file')} without a policy skipped.`;
}

/** Lines of at most `width` columns. What a policy or a file name brings along cannot command the terminal. */
function lines(text: string, width: number): string[] {
  return wrap(text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, escaped), width);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
