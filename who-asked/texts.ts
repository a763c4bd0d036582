import type { AuditRecord } from '../functions/converse/audit-record';
import { loggedText, requestsOfOneQuery } from '../insights/logged-text';
import type { LogQuestion, Row } from './ask-logs';
import { inParts } from './parts';

/** What was asked and answered. Null where the invocation log does not hold it, or not in a form that is known. */
export interface LoggedText {
  readonly prompt: string | null;
  readonly answer: string | null;
}

/** The invocation log has the time of the call, the audit log that of the attempt; a call ends long before this. */
const around = 60 * 60 * 1000;

/**
 * Prompts and answers of these records, by request id. Those that are not in the invocation log are absent.
 *
 * Nothing is read but what was asked for: a query names at most a hundred requests.
 */
export async function textsOf(
  records: readonly AuditRecord[],
  { logGroupArn, unmask }: { readonly logGroupArn: string; readonly unmask: boolean },
  ask: (question: LogQuestion) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, LoggedText>> {
  const texts = new Map<string, LoggedText>();
  const called = records.filter(({ bedrockRequestId }) => bedrockRequestId !== null);
  for (let first = 0; first < called.length; first += requestsOfOneQuery) {
    const some = called.slice(first, first + requestsOfOneQuery);
    const requestIds = some.flatMap(({ bedrockRequestId }) => bedrockRequestId ?? []);
    const times = some.map(({ ts }) => Date.parse(ts));
    const period = { from: Math.min(...times) - around, to: Math.max(...times) + around };
    const parts = inParts(period, (part) =>
      ask({ logGroupArn, unmask, period: part, queryString: loggedText(requestIds, part, unmask) }),
    );
    for await (const { rows } of parts) {
      for (const row of rows) {
        const requestId = row.get('requestId');
        const message = row.get(unmask ? 'original' : '@message');
        if (requestId && message !== undefined) texts.set(requestId, textIn(message));
      }
    }
  }
  return texts;
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html */
function textIn(message: string): LoggedText {
  const entry = parsed(message);
  const messages = at(entry, 'input', 'inputBodyJson', 'messages');
  const prompts = Array.isArray(messages) ? messages.filter((said) => at(said, 'role') === 'user') : [];
  return {
    prompt: contentOf(prompts.at(-1)) ?? elsewhere(at(entry, 'input', 'inputBodyS3Path')),
    answer:
      contentOf(at(entry, 'output', 'outputBodyJson', 'output', 'message')) ??
      elsewhere(at(entry, 'output', 'outputBodyS3Path')),
  };
}

function contentOf(said: unknown): string | undefined {
  const content = at(said, 'content');
  if (!Array.isArray(content)) return undefined;
  return content
    .map((block) => at(block, 'text'))
    .filter((text) => typeof text === 'string')
    .join('');
}

/** Where Amazon Bedrock put a body of more than 100 KB. */
function elsewhere(path: unknown): string | null {
  return typeof path === 'string' ? path : null;
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}
