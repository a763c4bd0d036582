import type { Askers } from '../insights/asked-records';
import type { Period } from '../insights/period';
import { instantOf, isTimeZone } from './moments';

const day = 24 * 60 * 60 * 1000;

/** What commander hands over. */
export interface WhoAskedFlags {
  readonly workload?: string;
  readonly region?: string;
  readonly config: string;
  readonly user?: readonly string[];
  readonly channel?: readonly string[];
  readonly model?: readonly string[];
  readonly outcome?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
  readonly text: boolean;
  readonly unmask: boolean;
  readonly json: boolean;
  readonly csv: boolean;
  readonly excel: boolean;
  readonly lang: 'en' | 'ja';
}

/** What is asked, without mistakes. */
export interface WhoAskedRequest extends Askers {
  readonly models?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly period: Period;
  readonly timeZone: string;
  /** Whether prompts and answers are read, and whether without masks. */
  readonly text?: { readonly unmask: boolean };
  readonly format: 'table' | 'json' | 'csv' | 'excel';
  readonly language: 'en' | 'ja';
}

/** As in the audit record: ids of Slack, and of whoever calls the function. */
const id = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
const modelId = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** Reads the options, and finds every mistake in them. */
export function requestOf(
  flags: WhoAskedFlags,
  now: number,
): WhoAskedRequest | { readonly mistakes: readonly string[] } {
  const { user, channel, model, outcome, timeZone } = flags;
  const zoned = isTimeZone(timeZone);
  const zone = zoned ? timeZone : 'UTC';
  const to = flags.to === undefined ? now : instantOf(flags.to, zone, 'end');
  const from = flags.from === undefined ? (to ?? now) - day : instantOf(flags.from, zone, 'begin');
  const formats = (['json', 'csv', 'excel'] as const).filter((format) => flags[format]);
  const mistakes = [
    ...notOf('--user', user, id, 'is no id of a Slack user. Use the id, such as U0123ABCDEF, not the name'),
    ...notOf('--channel', channel, id, 'is no id of a Slack channel. Use the id, such as C0123ABCDEF, not the name'),
    ...notOf(
      '--model',
      model,
      modelId,
      'is no id of a model. Use it as in the record, such as amazon.nova-2-lite-v1:0',
    ),
    ...(zoned ? [] : [`--time-zone ${timeZone}: is no time zone. Use a name such as Asia/Tokyo or UTC`]),
    ...(from === undefined ? [noMoment('--from', flags.from)] : []),
    ...(to === undefined ? [noMoment('--to', flags.to)] : []),
    ...(from !== undefined && to !== undefined && from >= to
      ? [
          `--from ${flags.from ?? ''} --to ${flags.to ?? ''}: ends before it begins. Let --from be before --to, and not in the future`,
        ]
      : []),
    ...(flags.unmask && !flags.text ? ['--unmask: changes what --text shows. Give both, or neither'] : []),
    ...(formats.length > 1 ? [`--${formats.join(', --')}: one answer has one form. Choose one`] : []),
  ];
  if (mistakes.length > 0 || from === undefined || to === undefined) return { mistakes };
  return {
    ...(user && { users: user }),
    ...(channel && { channels: channel }),
    ...(model && { models: model }),
    ...(outcome && { outcomes: outcome }),
    period: { from, to },
    timeZone,
    ...(flags.text && { text: { unmask: flags.unmask } }),
    format: formats[0] ?? 'table',
    language: flags.lang,
  };
}

function notOf(option: string, values: readonly string[] | undefined, shape: RegExp, says: string): string[] {
  return (values ?? []).filter((value) => !shape.test(value)).map((value) => `${option} ${value}: ${says}`);
}

function noMoment(option: string, value: string | undefined): string {
  return `${option} ${value}: is no day and no moment. Use 2026-11-26, 2026-11-26T09:00 or 2026-11-26T09:00+09:00`;
}
