import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { evaluate, type LogEvent, type QueryInput } from './insights-engine';

type Action = 'StartQuery' | 'GetQueryResults' | 'StopQuery';

/** What an action answers instead, once for each entry of a list: the name of an error, or a status of the query. */
interface Trouble {
  errors: Partial<Record<Action, string[]>>;
  readonly statuses: string[];
}

export interface Started extends QueryInput {
  readonly logGroup: string;
}

/**
 * As much of CloudWatch Logs as `audit who-asked` uses, in its protocol (JSON 1.1), over logs of the test.
 */
export async function logsServer(
  logs: ReadonlyMap<string, readonly LogEvent[]>,
  masked = (message: string) => message,
) {
  const queries = new Map<string, { readonly started: Started; polls: number }>();
  const started: Started[] = [];
  const denied: { readonly logGroup: RegExp; readonly action: string; readonly query?: RegExp }[] = [];
  const trouble: Trouble = { errors: {}, statuses: [] };
  const stopped: string[] = [];
  /** Rows of one page; more come with a token. How often a query is still running when it is asked for. When the log groups were made. */
  const pace = { rows: Number.POSITIVE_INFINITY, running: 1, begun: 0 };

  function start(input: QueryInput & { readonly logGroupIdentifiers: readonly [string] }) {
    const [logGroup] = input.logGroupIdentifiers;
    const refused = denied.find(
      (rule) => rule.logGroup.test(logGroup) && (rule.query?.test(input.queryString) ?? true),
    );
    if (refused)
      throw new Refusal(
        'AccessDeniedException',
        `User: x is not authorized to perform: ${refused.action} on resource: y`,
      );
    if (!logs.has(logGroup)) throw new Refusal('ResourceNotFoundException', 'The specified log group does not exist.');
    if (input.endTime * 1000 < pace.begun) {
      const said =
        'end date and time is either before the log groups creation time or exceeds the log groups log retention settings';
      throw new Refusal('MalformedQueryException', said);
    }
    const queryId = `query-${queries.size}`;
    queries.set(queryId, { started: { ...input, logGroup }, polls: 0 });
    started.push({ ...input, logGroup });
    return { queryId };
  }

  function results({ queryId, nextToken = '0' }: { readonly queryId: string; readonly nextToken?: string }) {
    const query = queries.get(queryId);
    if (!query) throw new Refusal('ResourceNotFoundException', 'no such query');
    query.polls += 1;
    if (query.polls <= pace.running) return { status: 'Running', results: [] };
    const status = trouble.statuses.shift() ?? 'Complete';
    if (status !== 'Complete') return { status, results: [] };
    const rows = evaluate(logs.get(query.started.logGroup) ?? [], query.started, masked);
    const end = Number(nextToken) + pace.rows;
    return {
      status,
      results: rows.slice(Number(nextToken), end),
      ...(rows.length > end && { nextToken: String(end) }),
    };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const action = String(request.headers['x-amz-target']).replace('Logs_20140328.', '') as Action;
      try {
        const error = trouble.errors[action]?.shift();
        if (error) throw new Refusal(error, `${error} of the test`);
        const input = JSON.parse(Buffer.concat(chunks).toString());
        const actions = { StartQuery: start, GetQueryResults: results, StopQuery: () => stopped.push(input.queryId) };
        const body = JSON.stringify(actions[action](input));
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
      } catch (error) {
        const { name, message } =
          error instanceof Refusal ? error : new Refusal('MalformedQueryException', String(error));
        response
          .writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
          .end(JSON.stringify({ __type: name, message }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    started,
    denied,
    trouble,
    stopped,
    pace,
    reset() {
      started.length = 0;
      denied.length = 0;
      stopped.length = 0;
      trouble.statuses.length = 0;
      trouble.errors = {};
      pace.rows = Number.POSITIVE_INFINITY;
      pace.running = 1;
      pace.begun = 0;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

class Refusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
