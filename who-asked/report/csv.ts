import type { AskedEvent, Ending, Heading, Report } from '../asked-event';
import { wallClock } from '../moments';

const columns = [
  'kind',
  'region',
  'time',
  'utc',
  'user',
  'channel',
  'team',
  'outcome',
  'error',
  'policies',
  'profile',
  'model',
  'tokens_in',
  'tokens_out',
  'latency_ms',
  'attempt',
  'final',
  'event_id',
  'bedrock_request_id',
  'prompt',
  'answer',
  'identity',
  'calls',
  'earliest_utc',
] as const;

type Cells = Partial<Record<(typeof columns)[number], string | number | boolean | null>>;

/**
 * RFC 4180: a line for each event (`event`) and for each use nobody signed for (`unattributed`). Times are in UTC, and in `time` as a
 * clock shows them in the time zone.
 *
 * @param forExcel begins with a byte order mark, without which Excel reads Japanese as something else, and puts an apostrophe before
 *   what Excel would calculate: a prompt may begin with `=`
 */
export function csvReport(write: (text: string) => void, forExcel: boolean): Report {
  let clock = wallClock('UTC');
  const cell = (value: Cells[keyof Cells] = null): string => {
    const text = value === null ? '' : String(value);
    const shown = forExcel && typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  const line = (cells: Cells) => write(`${columns.map((column) => cell(cells[column])).join(',')}\r\n`);
  return {
    begin({ timeZone }: Heading) {
      clock = wallClock(timeZone);
      write(`${forExcel ? '\ufeff' : ''}${columns.join(',')}\r\n`);
    },
    event({ region, record, text }: AskedEvent) {
      const { who, what, result, tokens } = record;
      line({
        kind: 'event',
        region,
        time: clock(Date.parse(record.ts)),
        utc: record.ts,
        user: who.slackUser,
        channel: who.slackChannel,
        team: who.slackTeam,
        outcome: result.outcome,
        error: result.error,
        policies: result.policyTypes.join(' '),
        profile: what.profile,
        model: what.model,
        tokens_in: tokens.in,
        tokens_out: tokens.out,
        latency_ms: record.latencyMs,
        attempt: record.attempt,
        final: record.final,
        event_id: record.eventId,
        bedrock_request_id: record.bedrockRequestId,
        prompt: text?.prompt ?? null,
        answer: text?.answer ?? null,
      });
    },
    end({ unattributed = [] }: Ending) {
      for (const { region, identity, model, calls, earliest, latest } of unattributed) {
        const utc = new Date(latest).toISOString();
        const earliest_utc = new Date(earliest).toISOString();
        line({ kind: 'unattributed', region, time: clock(latest), utc, profile: model, identity, calls, earliest_utc });
      }
    },
  };
}
