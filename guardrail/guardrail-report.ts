import { createColors } from 'picocolors';
import type { Text } from '../policies/policy';
import { columnsOf, lineWidth, wrap } from '../terminal/columns';
import type { GuardrailUnderTest } from './ask-guardrail';
import type { Judgement } from './judgement';
import { isRight, type Measure, measuresOf } from './measures';
import type { PromptKind, Reaction } from './prompt';

/** The result of one test of a guardrail: every output is made from it. */
export interface GuardrailReport {
  readonly schemaVersion: 1;
  readonly guardrail: GuardrailUnderTest & { readonly region: string };
  readonly minimum: { readonly precision: number; readonly recall: number };
  readonly measures: readonly Measure[];
  readonly judgements: readonly Judgement[];
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Makes the report. A prompt that was not judged makes the whole test unknown (2): the figures are then about something else. Otherwise
 * both figures over all prompts have to reach their minimum (0), or do not (1).
 */
export function guardrailReport(
  guardrail: GuardrailReport['guardrail'],
  judgements: readonly Judgement[],
  minimum: GuardrailReport['minimum'],
): GuardrailReport {
  const measures = measuresOf(judgements);
  const all = measures.at(-1);
  const reaches = (figure: number | undefined, least: number) => figure === undefined || figure >= least;
  const good = reaches(all?.precision, minimum.precision) && reaches(all?.recall, minimum.recall);
  const exitCode = judgements.some(({ error }) => error !== undefined) ? 2 : good ? 0 : 1;
  return { schemaVersion: 1, guardrail, minimum, measures, judgements, exitCode };
}

const kindWords: Readonly<Record<PromptKind | 'all', Text>> = {
  harmless: { en: 'harmless', ja: '無害' },
  harmful: { en: 'harmful', ja: '有害' },
  injection: { en: 'injection', ja: '指示の乗っ取り' },
  'personal-data': { en: 'personal data', ja: '個人情報' },
  all: { en: 'all', ja: '全体' },
};

const reactionWords: Readonly<Record<Reaction, Text>> = {
  passes: { en: 'passes', ja: '通過' },
  masked: { en: 'masked', ja: '伏せ字' },
  blocked: { en: 'blocked', ja: '遮断' },
};

const verdicts: Readonly<Record<GuardrailReport['exitCode'], Text>> = {
  0: { en: 'The guardrail reaches both minimums', ja: 'ガードレールは両方の基準を満たしています' },
  1: { en: 'The guardrail misses a minimum', ja: 'ガードレールは基準に達していません' },
  2: { en: 'Some prompts could not be judged', ja: '判定できなかったプロンプトがあります' },
};

/** The report for a terminal of 80 columns. */
export function renderGuardrailReport(report: GuardrailReport, language: keyof Text, colors: boolean): string {
  const color = createColors(colors);
  const tone = { 0: color.green, 1: color.red, 2: color.yellow }[report.exitCode];
  const { guardrailId, version, region } = report.guardrail;
  const { precision, recall } = report.minimum;
  const minimum: Text = {
    en: `minimum precision ${percent(precision)}, recall ${percent(recall)}`,
    ja: `基準: 適合率 ${percent(precision)}、再現率 ${percent(recall)}`,
  };
  const blocks = [
    `${tone(verdicts[report.exitCode][language])} (${minimum[language]})\n${guardrailId}:${version}, ${region}`,
    table(report.measures, language),
    ...report.judgements.filter((judgement) => !isRight(judgement)).map((judgement) => wrong(judgement, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(measures: readonly Measure[], language: keyof Text): string {
  const heading: Record<keyof Text, readonly string[]> = {
    en: ['', 'prompts', 'right', 'unknown', 'precision', 'recall'],
    ja: ['', '件数', '正解', '不明', '適合率', '再現率'],
  };
  const rows = measures.map((measure) => [
    `${kindWords[measure.kind][language]}${measure.language === 'all' ? '' : ` ${measure.language}`}`,
    String(measure.prompts),
    String(measure.right),
    String(measure.unknown),
    percent(measure.precision),
    percent(measure.recall),
  ]);
  return [heading[language], ...rows]
    .map(([name = '', ...figures]) => `  ${padEnd(name, 20)}${figures.map((figure) => padStart(figure, 10)).join('')}`)
    .join('\n');
}

function wrong({ prompt, reaction, policies, error }: Judgement, language: keyof Text): string {
  const words: Text = {
    en: `expected ${reactionWords[prompt.expected].en}, ${reaction ? `got ${reactionWords[reaction].en}` : 'not judged'}`,
    ja: `期待は${reactionWords[prompt.expected].ja}、${reaction ? `結果は${reactionWords[reaction].ja}` : '判定なし'}`,
  };
  const by = policies.length > 0 ? ` (${policies.join(', ')})` : '';
  const lines = [`${prompt.id}: ${words[language]}${by}`, prompt.text, ...(error === undefined ? [] : [error])];
  return lines
    .flatMap((line, index) => wrap(line, lineWidth - 4).map((part) => (index === 0 ? part : `    ${part}`)))
    .join('\n');
}

/** A share as people read it. Cut off, not rounded: 99.9 % must not look like all. */
function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.floor(share * 100)} %`;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
}
