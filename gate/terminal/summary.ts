import { createColors } from 'picocolors';
import type { Text } from '../../policies/policy';
import { columnsOf, lineWidth, wrap } from '../../terminal/columns';
import { severities } from '../finding';
import type { GateReport, HygieneProblem } from '../gate-report';
import { type FindingGroup, openGroups, whereOf } from '../report/finding-groups';
import { severityWords, stateWords, verdictWords } from '../report/words';

type Colors = ReturnType<typeof createColors>;

const mostFindings = 20;

/** The report for somebody who looks at a terminal of 80 columns. The last line is the path of the page with everything. */
export function renderSummary(report: GateReport, language: keyof Text, page: string, colors: boolean): string {
  const color = createColors(colors);
  const findings = openFindings(report, language, color);
  const waivers = waiverSummary(report, language, color);
  const blocks = [
    heading(report, language, color),
    countsTable(report, language, color),
    ...(report.verdict.hygiene > 0 ? [waivers, ...findings] : [...findings, waivers]),
    noticeSummary(report, language, color),
    page,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heading({ verdict, organization, accounts }: GateReport, language: keyof Text, color: Colors): string {
  const { exitCode, stacks, resources, passed } = verdict;
  const tone = { 0: color.green, 1: color.red, 2: color.yellow, 3: color.magenta }[exitCode];
  const size: Text = {
    en: `${organization.name}: ${accounts.length} accounts, ${stacks} stacks, ${resources} resources, ${passed} passes`,
    ja: `${organization.name}: ${accounts.length} アカウント、${stacks} スタック、${resources} リソース、適合 ${passed} 件`,
  };
  const code: Text = { en: `exit code ${exitCode}`, ja: `終了コード ${exitCode}` };
  return `${tone(color.bold(verdictWords[exitCode][language]))} (${code[language]})\n${wrap(size[language], lineWidth).join('\n')}`;
}

function countsTable({ findings }: GateReport, language: keyof Text, color: Colors): string {
  const columns: readonly { name: Text; tone: (text: string) => string; counts: (severity: string) => number }[] = [
    {
      name: { en: 'failed', ja: '不適合' },
      tone: color.red,
      counts: (severity) =>
        count((finding) => finding.severity === severity && finding.state === 'fail' && !finding.waiver),
    },
    {
      name: { en: 'unknown', ja: '判定不能' },
      tone: color.yellow,
      counts: (severity) =>
        count((finding) => finding.severity === severity && finding.state !== 'fail' && !finding.waiver),
    },
    {
      name: { en: 'waived', ja: '免除' },
      tone: color.blue,
      counts: (severity) => count((finding) => finding.severity === severity && finding.waiver !== undefined),
    },
  ];
  function count(matches: (finding: GateReport['findings'][number]) => boolean): number {
    return findings.filter(matches).length;
  }
  const head = padded('', 12) + columns.map(({ name }) => aligned(name[language], 10)).join('');
  const rows = severities.map((severity) => {
    const cells = columns.map(({ tone, counts }) => {
      const value = counts(severity);
      const text = aligned(String(value), 10);
      return value > 0 ? tone(text) : color.dim(text);
    });
    return `  ${padded(severityWords[severity][language], 10)}${cells.join('')}`;
  });
  return [color.dim(head), ...rows].join('\n');
}

function openFindings(report: GateReport, language: keyof Text, color: Colors): string[] {
  const groups = openGroups(report);
  const hidden = groups.length - mostFindings;
  const more: Text = {
    en: `… and ${hidden} more in the report below`,
    ja: `… ほか ${hidden} 件は下記のレポートにあります`,
  };
  return [
    ...groups.slice(0, mostFindings).map((group) => findingBlock(group, language, color)),
    ...(hidden > 0 ? [more[language]] : []),
  ];
}

function findingBlock({ number, first, findings }: FindingGroup, language: keyof Text, color: Colors): string {
  const tone = first.state === 'fail' ? color.red : color.yellow;
  const label = first.state === 'fail' ? severityWords[first.severity] : stateWords[first.state];
  const head = `${number}. ${label[language].toUpperCase()} `;
  const [title = '', ...rest] = shortened(wrap(first.title[language], lineWidth - columnsOf(head)));
  const others = findings.length - 1;
  const also: Text = { en: `and ${others} more like it`, ja: `同様の指摘がほかに ${others} 件` };
  return [
    tone(head) + color.bold(title),
    ...rest.map((line) => ' '.repeat(columnsOf(head)) + color.bold(line)),
    ...field({ en: 'where', ja: '対象' }, whereOf(first), language, color),
    ...(others > 0 ? field(unnamed, also[language], language, color) : []),
    ...(first.location === undefined ? [] : field({ en: 'edit', ja: '編集' }, first.location, language, color)),
    ...field({ en: 'fix', ja: '対応' }, first.fix[language], language, color),
    ...field({ en: 'rule', ja: '規則' }, first.check, language, color),
  ].join('\n');
}

/** Some messages of CloudFormation Validate list every name it would have accepted. */
function shortened(lines: readonly string[]): readonly string[] {
  const most = 4;
  return lines.length > most ? [...lines.slice(0, most - 1), '…'] : lines;
}

const unnamed: Text = { en: '', ja: '' };

function field(name: Text, value: string, language: keyof Text, color: Colors): string[] {
  const indent = 10;
  return wrap(value, lineWidth - indent).map((line, index) =>
    index === 0 ? `   ${color.dim(padded(name[language], indent - 3))}${line}` : ' '.repeat(indent) + line,
  );
}

function waiverSummary({ waivers, hygiene, verdict }: GateReport, language: keyof Text, color: Colors): string {
  const line: Text = {
    en: `Waivers: ${waivers.length}, accepting ${verdict.waived} ${verdict.waived === 1 ? 'finding' : 'findings'}`,
    ja: `免除: ${waivers.length} 件、受け入れた指摘 ${verdict.waived} 件`,
  };
  return [line[language], ...hygiene.flatMap((problem) => hygieneLines(problem, language, color))].join('\n');
}

function hygieneLines(problem: HygieneProblem, language: keyof Text, color: Colors): string[] {
  return pointLines(problem.blocking ? color.red('  ! ') : color.yellow('  - '), problem, language);
}

function pointLines(mark: string, { place, message }: Pick<HygieneProblem, 'place' | 'message'>, language: keyof Text) {
  const [first = '', ...rest] = [...wrap(message[language], lineWidth - 4), ...wrap(place, lineWidth - 4)];
  return [mark + first, ...rest.map((text) => `    ${text}`)];
}

function noticeSummary({ notices }: GateReport, language: keyof Text, color: Colors): string {
  if (notices.length === 0) return '';
  const title: Text = { en: 'Worth knowing:', ja: 'お知らせ:' };
  return [title[language], ...notices.flatMap((notice) => pointLines(color.yellow('  - '), notice, language))].join(
    '\n',
  );
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function aligned(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}
