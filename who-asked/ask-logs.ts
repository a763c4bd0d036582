import type {
  GetQueryResultsCommandInput,
  GetQueryResultsCommandOutput,
  StartQueryCommandInput,
  StartQueryCommandOutput,
  StopQueryCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Period } from '../insights/period';
import { CannotAnswer, cannotAnswer, type Place, QueryTimedOut } from './cannot-answer';

/** The three calls of CloudWatch Logs that are used. */
export interface LogsClient {
  startQuery(input: StartQueryCommandInput): Promise<StartQueryCommandOutput>;
  getQueryResults(input: GetQueryResultsCommandInput): Promise<GetQueryResultsCommandOutput>;
  stopQuery(input: StopQueryCommandInput): Promise<unknown>;
}

/** One row of an answer: values by field. A field an event does not have is absent. */
export type Row = ReadonlyMap<string, string>;

export interface LogQuestion extends Place {
  readonly queryString: string;
  readonly period: Period;
}

/** Most rows of one answer. More would be cut, so that an answer with as many is never used. */
export const mostRows = 10_000;

/** AWS stops a query after an hour; nobody waits as long for one part of an answer. */
const longestQuery = 15 * 60_000;
/** How long a query that is not taken is tried again: other people's queries may take up the quota. */
const longestQueue = 5 * 60_000;
const busy = ['LimitExceededException', 'ThrottlingException', 'ServiceUnavailableException'];

/**
 * Asks one question and waits for its answer. A query that fails without a reason is asked three times.
 *
 * Costs about $0.0076 per GB of log in the period (Tokyo), whatever is found.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html
 */
export function logsInsights(logs: LogsClient, pause: (milliseconds: number) => Promise<void>) {
  return async function ask(question: LogQuestion): Promise<readonly Row[]> {
    let status = '';
    for (let times = 0; times < 3; times += 1) {
      const queryId = await start(question);
      const answer = await finished(queryId, question);
      if (answer.status === 'Complete') return rowsOf(answer, queryId, question);
      if (answer.status === 'Timeout') throw new QueryTimedOut();
      status = String(answer.status);
    }
    throw new CannotAnswer({
      en: `A query on ${question.logGroupArn} ended three times as ${status}. Ask again later.`,
      ja: `${question.logGroupArn} へのクエリが 3 回とも ${status} で終わりました。時間をおいて、もう一度実行してください。`,
    });
  };

  async function start({ logGroupArn, queryString, period, unmask }: LogQuestion): Promise<string> {
    const { queryId } = await patiently('logs:StartQuery', { logGroupArn, ...(unmask && { unmask }) }, () =>
      logs.startQuery({
        // With its account: credentials of another account are refused, not answered from its log group of the same name.
        logGroupIdentifiers: [logGroupArn],
        queryString,
        startTime: Math.floor(period.from / 1000),
        endTime: Math.ceil(period.to / 1000),
        limit: mostRows,
      }),
    );
    if (!queryId) throw new Error('StartQuery gave no id');
    return queryId;
  }

  async function finished(queryId: string, place: Place): Promise<GetQueryResultsCommandOutput> {
    for (let waited = 0, step = 250; ; step = Math.min(10_000, step * 1.5)) {
      const answer = await results({ queryId }, place);
      if (answer.status !== 'Running' && answer.status !== 'Scheduled') return answer;
      if (waited >= longestQuery) {
        // What is still running would go on for an hour. Whether it stops makes no difference to the answer.
        await logs.stopQuery({ queryId }).catch(() => undefined);
        throw new QueryTimedOut();
      }
      await pause(step);
      waited += step;
    }
  }

  async function rowsOf(first: GetQueryResultsCommandOutput, queryId: string, place: Place): Promise<readonly Row[]> {
    const pages = [first];
    for (let { nextToken } = first; nextToken; ) {
      const page = await results({ queryId, nextToken }, place);
      pages.push(page);
      nextToken = page.nextToken;
    }
    return pages.flatMap(({ results: rows = [] }) =>
      rows.map(
        (fields) =>
          new Map(fields.flatMap(({ field, value }) => (field && value !== undefined ? [[field, value]] : []))),
      ),
    );
  }

  function results(input: GetQueryResultsCommandInput, place: Place) {
    return patiently('logs:GetQueryResults', place, () => logs.getQueryResults(input));
  }

  async function patiently<Result>(operation: string, place: Place, call: () => Promise<Result>): Promise<Result> {
    for (let waited = 0, step = 500; ; step = Math.min(15_000, step * 2)) {
      try {
        return await call();
      } catch (error) {
        const again = error instanceof Error && busy.includes(error.name) && waited < longestQueue;
        if (!again) throw cannotAnswer(error, place, operation);
      }
      await pause(step);
      waited += step;
    }
  }
}
