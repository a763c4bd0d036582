import { createColors } from 'picocolors';
import type { Text } from '../policies/policy';
import { columnsOf, lineWidth, wrap } from '../terminal/columns';
import { type AssumptionName, assumptions } from './assumptions';
import { type CostReport, guessedPrices } from './cost-report';
import { highDollars, lowDollars, wholeDollars } from './money';
import type { Range } from './range';

type Colors = ReturnType<typeof createColors>;
type Language = keyof Text;

const low: Text = { en: 'low', ja: '下限' };
const high: Text = { en: 'high', ja: '上限' };
const nameWidth = 26;
const amountWidth = 11;

/** The estimate for somebody who looks at a terminal of 80 columns. */
export function renderCost(report: CostReport, language: Language, colors: boolean): string {
  const color = createColors(colors);
  const sums = (title: Text, rows: CostReport['byService']) =>
    [
      color.dim(row(title[language], low[language], high[language])),
      ...rows.map(({ name, amount }) => row(name, `$${lowDollars(amount)}`, `$${highDollars(amount)}`)),
    ].join('\n');
  return `${[
    heading(report, language, color),
    sums({ en: 'Service', ja: 'サービス' }, report.byService),
    sums({ en: 'Account', ja: 'アカウント' }, report.byAccount),
    sums({ en: 'Region', ja: 'リージョン' }, report.byRegion),
    switchTable(report, language, color),
    assumptionTable(report, language, color),
    notes(report, language, color),
  ].join('\n\n')}\n`;
}

function heading({ organization, total, budget }: CostReport, language: Language, color: Colors): string {
  const { name, profile } = organization;
  const title: Text = {
    en: `${name} (${profile}): $${wholeDollars(total)} a month at list prices, models not counted`,
    ja: `${name}（${profile}）: 月 $${wholeDollars(total)}（定価、モデル料金を除く）`,
  };
  const lines = [color.bold(title[language])];
  if (budget) {
    const above: Text = {
      en: `The upper bound is above the budget of $${budget.amount} (monthlyCostBudget)`,
      ja: `上限が予算 $${budget.amount} を超えています（monthlyCostBudget）`,
    };
    const within: Text = {
      en: `Within the budget of $${budget.amount} (monthlyCostBudget)`,
      ja: `予算 $${budget.amount} の範囲内です（monthlyCostBudget）`,
    };
    lines.push(budget.exceeded ? color.yellow(above[language]) : within[language]);
  }
  return lines.join('\n');
}

function switchTable({ switches, securityHub }: CostReport, language: Language, color: Colors): string {
  const title: Text = { en: 'One switch of `services`', ja: '`services` のスイッチ 1 つ' };
  const inAll: Text = { en: 'in all', ja: '総額' };
  const verbs = { saves: { en: 'saves', ja: '節約' }, adds: { en: 'adds', ja: '追加' } } as const;
  return [
    color.dim(row(title[language], low[language], high[language])),
    ...switches.map(({ name, on, amount }) => {
      const state = `${on ? 'on' : 'off'} → ${on ? 'off' : 'on'}`;
      const verb = verbs[on ? 'saves' : 'adds'][language];
      return `${row(name, `$${lowDollars(amount)}`, `$${highDollars(amount)}`)}  ${padded(state, 10)}  ${verb}`;
    }),
    ...securityHub.map(
      ({ choice, total }) =>
        `${row(`securityHub: ${choice}`, `$${lowDollars(total)}`, `$${highDollars(total)}`)}  ${inAll[language]}`,
    ),
  ].join('\n');
}

function assumptionTable(report: CostReport, language: Language, color: Colors): string {
  const title: Text = {
    en: 'Assumed for a month; --assume name=value or name=low-high replaces one',
    ja: '1 か月あたりの前提（--assume 名前=値 または 名前=下限-上限 で変更）',
  };
  const indent = 2 + 19 + 17;
  const rows = report.assumptions.flatMap(({ name, ...range }) => {
    const [first = '', ...rest] = wrap(assumptions[name as AssumptionName].what[language], lineWidth - indent);
    return [
      `  ${padded(name, 19)}${padded(bounds(range), 17)}${first}`,
      ...rest.map((line) => ' '.repeat(indent) + line),
    ];
  });
  return [color.dim(title[language]), ...rows].join('\n');
}

function bounds(range: Range): string {
  const text = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 });
  return range.low === range.high ? text(range.low) : `${text(range.low)}–${text(range.high)}`;
}

function notes({ lines, switches }: CostReport, language: Language, color: Colors): string {
  const { unknown, derived } = guessedPrices(lines);
  const texts: Text[] = [
    {
      en: 'List prices of cost/price-table.ts, without free tiers, trials, tax and discounts. Not counted: models by tokens, and what costs cents, such as messages, parameters and runs of the functions.',
      ja: 'cost/price-table.ts の定価によります。無料枠・試用期間・税・割引は考慮していません。モデルのトークン料金と、通知・パラメータ・関数の実行のような少額のものは含みません。',
    },
  ];
  if (unknown.length > 0) {
    texts.push({
      en: `Prices nobody quotes, with a wide range instead: ${unknown.join(', ')}.`,
      ja: `公表値が見つからず、広い範囲で見積もった単価: ${unknown.join(', ')}。`,
    });
  }
  if (derived.length > 0) {
    texts.push({
      en: `Prices of us-east-1 to 1.6 times as much, for a region without a row: ${derived.join(', ')}.`,
      ja: `リージョンの単価が表になく、us-east-1 の 1〜1.6 倍とした単価: ${derived.join(', ')}。`,
    });
  }
  if (switches.some(({ amount }) => amount.high === 0)) {
    texts.push({
      en: 'A switch at $0 is part of the plan of Security Hub, or has nothing to bill under these assumptions.',
      ja: '$0 のスイッチは、Security Hub のプランに含まれるか、この前提では課金対象がないものです。',
    });
  }
  return texts
    .flatMap((text) => wrap(text[language], lineWidth))
    .map(color.dim)
    .join('\n');
}

function row(name: string, from: string, to: string): string {
  return `  ${padded(name, nameWidth)}${aligned(from, amountWidth)}${aligned(to, amountWidth)}`;
}

const padded = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
const aligned = (text: string, columns: number) => ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
