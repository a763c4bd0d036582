import type { Text } from '../../policies/policy';
import type { PolicyTable } from './policy-table';
import { denyingPolicies, exemptLetter, exemptSets, groupName, statusWords, tableWords } from './table-words';

/**
 * The table in Markdown, for a page or a ticket.
 *
 * @param policyLink where a policy is described, such as `#limit-regions`; names without links unless given
 */
export function tableMarkdown(
  table: PolicyTable,
  language: keyof Text,
  policyLink?: (policy: string) => string,
): string {
  const named = (policy: string) => (policyLink === undefined ? policy : `[${policy}](${policyLink(policy)})`);
  const groups = table.groups.map((group) => groupName(group, language));
  const head = [tableWords.question[language], ...groups, tableWords.by[language], tableWords.exempt[language]];
  const sets = exemptSets(table);
  const rows = table.questions.map((row) => {
    const answers = row.answers.map(({ status }) => {
      const word = statusWords[status][language];
      return status === 'possible' ? `**${word}**` : word;
    });
    return [row.asks[language], ...answers, denyingPolicies(row).map(named).join(', '), exemptLetter(row, sets) ?? ''];
  });
  const legend = [...sets].map(
    ([letter, roles]) => `${tableWords.exempt[language]} ${letter}: ${roles.map((name) => `\`${name}\``).join(', ')}`,
  );
  return [
    ...[tableWords.legend, ...table.notes].map((text) => `${text[language]}\n`),
    lineOf(head),
    `|---|${groups.map(() => ':-:|').join('')}---|---|`,
    ...rows.map(lineOf),
    ...legend.map((line) => `\n${line}`),
  ].join('\n');
}

const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
