import type { Period } from '../insights/period';
import type { Text } from '../policies/policy';
import type { Terminal } from '../terminal/terminal';
import { type LogQuestion, type LogsClient, logsInsights } from './ask-logs';
import type { Report } from './asked-event';
import { askedEvents } from './asked-events';
import { CannotAnswer } from './cannot-answer';
import type { Places } from './places';
import { csvReport } from './report/csv';
import { jsonReport } from './report/json';
import { Output } from './report/output';
import { Progress } from './report/progress';
import { tableReport } from './report/table';
import type { WhoAskedRequest } from './request';
import { Tally } from './tally';
import { type UnattributedUse, unattributedUseIn } from './unattributed';

export interface WhoAskedDependencies {
  readonly logsIn: (region: string) => LogsClient;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly terminal: Terminal;
  /** Name and version of this project. */
  readonly tool: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Answers who asked what and when, and what went around the assistant. Resolves to the exit code of the process: 0 answered ·
 * 1 there is use nobody signed for · 2 not everything could be found out. Reads only.
 *
 * Costs what CloudWatch Logs Insights scans: about $0.0076 per GB of log in the period (Tokyo), two to three times over for a large one.
 */
export async function runWhoAsked(
  request: WhoAskedRequest,
  { workload, account, logs, kept }: Places,
  { logsIn, pause, terminal, tool, now }: WhoAskedDependencies,
): Promise<number> {
  const { language, period, timeZone } = request;
  const progress = new Progress(terminal, language);
  const output = new Output(terminal, progress);
  const report = reportOf(request, terminal, (text) => output.write(text), tool);
  const tally = new Tally();
  const unattributed: UnattributedUse[] = [];
  const unknown: Text[] = (['audit', 'invocations'] as const).flatMap((log) =>
    alreadyDeleted(log, kept[log], period, now),
  );
  let unreadable = 0;
  let [begun, hopeless, everywhere] = [false, false, true];
  const countUnreadable = () => {
    unreadable += 1;
  };
  const begin = () => {
    if (!begun) report.begin({ workload, account, regions: logs.map(({ region }) => region), period, timeZone });
    begun = true;
  };
  /** What cannot be answered is said at the end, and the next part asked, unless it would end the same way. */
  const orUnknown = async (answer: () => Promise<void>): Promise<boolean> => {
    if (hopeless) return false;
    try {
      await answer();
      return true;
    } catch (error) {
      if (!(error instanceof CannotAnswer)) throw error;
      hopeless = error.hopeless;
      if (!unknown.some(({ en }) => en === error.reason.en)) unknown.push(error.reason);
      return false;
    }
  };

  for (const place of logs) {
    const insights = logsInsights(logsIn(place.region), pause);
    const ask = (question: LogQuestion) => insights(question);
    const source = { ask, tell: (text: Text) => output.tell(text), unreadable: countUnreadable };
    await orUnknown(async () => {
      for await (const event of askedEvents(place, request, source)) {
        begin();
        report.event(event);
        tally.add(event);
      }
    });
    const answered = await orUnknown(async () => {
      output.tell(lookingAround(place.region));
      const where = { region: place.region, logGroupArn: place.invocationLogArn };
      unattributed.push(...(await unattributedUseIn(where, period, ask)));
    });
    everywhere = everywhere && answered;
  }
  if (unreadable > 0) unknown.push(notUnderstood(unreadable));
  if (tally.withoutText > 0) unknown.push(textMissing(tally.withoutText));
  if (begun || !hopeless) {
    begin();
    const known = everywhere || unattributed.length > 0;
    const { events, byOutcome, byModel, tokens } = tally;
    report.end({ events, byOutcome, byModel, tokens, unknown, ...(known && { unattributed }) });
  }
  output.finish();
  // The table says it on its last lines; elsewhere it must not get lost.
  if (unknown.length > 0 && (request.format !== 'table' || !begun)) {
    terminal.writeError(unknown.map((text) => `${text[language]}\n`).join(''));
  }
  if (unknown.length > 0) return 2;
  return unattributed.length > 0 ? 1 : 0;
}

function reportOf(
  { format, language }: WhoAskedRequest,
  terminal: Terminal,
  write: (text: string) => void,
  tool: string,
): Report {
  if (format === 'json') return jsonReport(write, tool);
  if (format === 'table') return tableReport(write, language, terminal.colors);
  return csvReport(write, format === 'excel');
}

function lookingAround(region: string): Text {
  return { en: `${region}: use nobody signed for`, ja: `${region}: 質問者の記録がない利用を確認` };
}

/** What is older than a log keeps is deleted, and whoever finds nothing there must not think that nothing was asked. */
function alreadyDeleted(log: 'audit' | 'invocations', days: number, { from }: Period, now: number): Text[] {
  const since = now - days * 24 * 60 * 60 * 1000;
  if (from >= since) return [];
  const [moment, en, ja] = [new Date(since).toISOString(), ...logNames[log]];
  return [
    {
      en: `The ${en} log keeps ${days} days: what was before ${moment} is not known.`,
      ja: `${ja}ログの保存期間は ${days} 日です。${moment} より前のことは分かりません。`,
    },
  ];
}

const logNames = { audit: ['audit', '監査'], invocations: ['invocation', '呼び出し'] } as const;

function notUnderstood(count: number): Text {
  return {
    en: `${count} entries of the audit log are no records of schema audit/1. Look at them in the log group, or use the version that wrote them.`,
    ja: `監査ログに、スキーマ audit/1 の記録ではないものが ${count} 件あります。ロググループで確認するか、それを書いた版のコマンドを使ってください。`,
  };
}

function textMissing(count: number): Text {
  return {
    en: `${count} questions have no text in the invocation log. It may be some minutes late; otherwise evidence was lost.`,
    ja: `呼び出しログに本文のない質問が ${count} 件あります。数分遅れて届くことがあります。届かなければ証跡が失われています。`,
  };
}
