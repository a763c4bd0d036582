import { createColors } from 'picocolors';
import type { Text } from '../policies/policy';
import type { Fault, ProofState } from './fault';
import type { Validation } from './validate';

const mostFaults = 50;

const headings: Readonly<Record<ProofState, Text>> = {
  valid: {
    en: 'Valid: every file is what CloudTrail delivered',
    ja: '有効: すべてのファイルが CloudTrail の配信どおりです',
  },
  invalid: {
    en: 'Invalid: files were changed, removed or added',
    ja: '無効: 変更・削除・追加されたファイルがあります',
  },
  unknown: { en: 'Unknown: not everything can be proven', ja: '不明: 一部を証明できません' },
};

const nothing: Text = {
  en: 'No digest lies there in that period, so nothing is proven. Digests are below AWSLogs/…/CloudTrail-Digest/',
  ja: '対象期間のダイジェストがないため、何も証明できません。ダイジェストは AWSLogs/…/CloudTrail-Digest/ にあります',
};

/** The result for somebody who looks at a terminal. */
export function renderValidation(validation: Validation, language: keyof Text, colors: boolean): string {
  const color = createColors(colors);
  const tone = { valid: color.green, invalid: color.red, unknown: color.yellow };
  const { state, digests, logFiles, provenLogFiles, regions } = validation;
  const faults = regions.flatMap((region) => region.faults).sort(bySeverity);
  const hidden = faults.length - mostFaults;
  const counts: Text = {
    en: `${digests} digests, ${logFiles} log files, of which ${provenLogFiles} proven, in ${regions.length} accounts and regions`,
    ja: `ダイジェスト ${digests} 件、ログファイル ${logFiles} 件（うち証明済み ${provenLogFiles} 件）、アカウントとリージョンの組 ${regions.length} 件`,
  };
  const more: Text = { en: `… and ${hidden} more; --json has all`, ja: `… ほか ${hidden} 件（--json ですべて表示）` };
  return `${[
    tone[state](color.bold(headings[state][language])),
    counts[language],
    ...(digests === 0 && faults.length === 0 ? [nothing[language]] : []),
    ...faults.slice(0, mostFaults).map((fault) => faultLines(fault, language, tone[fault.state])),
    ...(hidden > 0 ? [more[language]] : []),
  ].join('\n')}\n`;
}

function faultLines(
  { kind, file, says, more = 0 }: Fault,
  language: keyof Text,
  tone: (text: string) => string,
): string {
  const others: Text = { en: `and ${more} more files`, ja: `ほか ${more} 件` };
  return [`\n${tone(kind)}  ${file}`, `    ${says[language]}`, ...(more > 0 ? [`    ${others[language]}`] : [])].join(
    '\n',
  );
}

function bySeverity(one: Fault, other: Fault): number {
  return Number(one.state === 'unknown') - Number(other.state === 'unknown') || (one.file < other.file ? -1 : 1);
}
