import { createColors } from 'picocolors';
import type { Text } from '../../policies/policy';
import { columnsOf, lineWidth, wrap } from '../../terminal/columns';
import type { AnswerStatus, PolicyTable, TableRow } from './policy-table';
import { denyingPolicies, exemptLetter, exemptSets, groupMembers, statusWords, tableWords } from './table-words';

type Colors = ReturnType<typeof createColors>;
type Language = keyof Text;

const cellWidth = 5;
/** Columns of answers beside a question; more groups make another table below. */
const groupsAtOnce = 8;

/** The table for a terminal of 80 columns: groups of accounts have numbers, and each question says below it which policy denies. */
export function tableText(table: PolicyTable, language: Language, colors: boolean): string {
  const color = createColors(colors);
  const blocks = Array.from({ length: Math.ceil(table.groups.length / groupsAtOnce) }, (_, index) =>
    block(table, index * groupsAtOnce, language, color),
  );
  return `${[
    legend(table, language),
    ...blocks,
    ...exemptLegend(table, language, color),
    [tableWords.legend, ...table.notes]
      .flatMap((text) => wrap(text[language], lineWidth))
      .map(color.dim)
      .join('\n'),
  ].join('\n\n')}\n`;
}

function legend({ groups }: PolicyTable, language: Language): string {
  return groups
    .flatMap((group, index) => {
      const number = String(index + 1).padStart(3);
      return wrap(groupMembers(group, language), lineWidth - 5).map(
        (line, at) => `${at === 0 ? number : '   '}  ${line}`,
      );
    })
    .join('\n');
}

function exemptLegend(table: PolicyTable, language: Language, color: Colors): readonly string[] {
  const lines = [...exemptSets(table)].flatMap(([letter, roles]) =>
    wrap(roles.join(', '), lineWidth - 5).map((line, at) => `${at === 0 ? `  ${letter}` : '   '}  ${line}`),
  );
  return lines.length === 0 ? [] : [[color.bold(tableWords.exempt[language]), ...lines].join('\n')];
}

function block(table: PolicyTable, from: number, language: Language, color: Colors): string {
  const { groups, questions } = table;
  const numbers = groups.slice(from, from + groupsAtOnce).map((_, index) => cell(String(from + index + 1)));
  const width = lineWidth - numbers.length * cellWidth;
  const head = `${padded(tableWords.question[language], width)}${numbers.join('')}`;
  return [
    color.bold(head),
    ...questions.flatMap((row) => rowLines(row, { from, width, sets: exemptSets(table) }, language, color)),
  ].join('\n');
}

function rowLines(
  row: TableRow,
  { from, width, sets }: { from: number; width: number; sets: ReturnType<typeof exemptSets> },
  language: Language,
  color: Colors,
): readonly string[] {
  const [first = '', ...rest] = wrap(row.asks[language], width - 3);
  const answers = row.answers.slice(from, from + groupsAtOnce).map(({ status }) => paint(status, language, color));
  const policies = denyingPolicies(row);
  const letter = exemptLetter(row, sets);
  const exempt = letter === undefined ? '' : ` (${tableWords.exempt[language]}: ${letter})`;
  const below = policies.length === 0 ? [] : wrap(`${policies.join(', ')}${exempt}`, lineWidth - 6);
  return [
    `  ${padded(first, width - 2)}${answers.join('')}`,
    ...rest.map((line) => `  ${line}`),
    ...below.map((line) => color.dim(`      ${line}`)),
  ];
}

function paint(status: AnswerStatus, language: Language, color: Colors): string {
  const text = cell(statusWords[status][language]);
  if (status === 'possible') return color.yellow(text);
  return status === 'unknown' ? color.magenta(text) : text;
}

const padded = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
const cell = (text: string) => ' '.repeat(Math.max(0, cellWidth - columnsOf(text))) + text;
