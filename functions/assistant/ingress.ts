import { nameOf } from '../converse/audit-log';
import type { Question } from './question';
import { readSlackRequest, type SlackAudience } from './slack-event';
import { signatureFault } from './slack-signature';

/** The part of a request of an HTTP API (payload format 2.0) that is used; nothing in it is trusted. */
export interface HttpRequest {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: { readonly requestId?: string; readonly http?: { readonly sourceIp?: string } };
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface IngressDependencies {
  readonly audience: SlackAudience;
  /** Throws when there is none yet. */
  signingSecret(): Promise<string>;
  /** Returns when the question is in the queue, and throws when it is not. */
  enqueue(question: Question): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ids and reasons only, never what somebody wrote. */
  log(entry: Readonly<Record<string, unknown>>): void;
}

/** A message of 40,000 characters, escaped and repeated in its blocks, is smaller. */
export const maximumBodyBytes = 512 * 1024;

/**
 * Takes a request from Slack and answers at once; the model is never called here. What is not signed by Slack is not parsed.
 *
 * | Status | Meaning |
 * |---|---|
 * | 200 | in the queue, or nothing to do; also for what Slack delivers again |
 * | 400 | signed, but not JSON |
 * | 401 | not Slack's, or older than five minutes |
 * | 413 | larger than any message |
 * | 503 | the secret or the queue cannot be reached; Slack delivers again |
 *
 * https://docs.slack.dev/apis/events-api/#responding
 */
export async function ingress(request: HttpRequest, dependencies: IngressDependencies): Promise<HttpResponse> {
  const { audience, signingSecret, enqueue, now, log } = dependencies;
  const requestId = request.requestContext?.requestId;
  const refuse = (statusCode: number, reason: string, more: Readonly<Record<string, unknown>> = {}): HttpResponse => {
    log({ event: 'refused', statusCode, reason, requestId, ...more });
    return response(statusCode, {});
  };

  const body = bytesOf(request);
  if (body.length > maximumBodyBytes) return refuse(413, 'body too large');
  const header = (name: string) => onlyHeader(request.headers, name);
  let secret: string;
  try {
    secret = await signingSecret();
  } catch (error) {
    return refuse(503, 'no signing secret', { error: nameOf(error) });
  }
  const signed = { timestamp: header('x-slack-request-timestamp'), signature: header('x-slack-signature'), body };
  const fault = signatureFault(signed, secret, now() / 1000);
  if (fault) return refuse(401, fault);

  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    return refuse(400, 'not JSON');
  }
  const read = readSlackRequest(parsed, audience);
  if (read.kind === 'challenge') return response(200, { challenge: read.challenge });
  if (read.kind === 'ignored') {
    log({ event: 'ignored', because: read.because, eventId: read.eventId, requestId });
    return response(200, {});
  }
  const { eventId } = read.question;
  try {
    await enqueue({ ...read.question, ...originOf(request, header('x-slack-retry-num')) });
  } catch (error) {
    return refuse(503, 'queue cannot be reached', { eventId, error: nameOf(error) });
  }
  log({ event: 'queued', eventId, requestId });
  return response(200, {});
}

/** The bytes as they were sent: an HTTP API encodes what it does not take for text. */
function bytesOf({ body, isBase64Encoded }: HttpRequest): Buffer {
  if (typeof body !== 'string') return Buffer.alloc(0);
  return Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
}

/** The value of a header that is there once, whatever its case: of two values nobody could say which was signed. */
function onlyHeader(headers: HttpRequest['headers'], name: string): string | undefined {
  const values = Object.entries(headers ?? {}).filter(([key]) => key.toLowerCase() === name);
  const [value] = values.length === 1 ? (values[0]?.slice(1) ?? []) : [];
  return typeof value === 'string' ? value : undefined;
}

function originOf({ requestContext }: HttpRequest, retry: string | undefined): Pick<Question, 'sourceIp' | 'retryNum'> {
  const sourceIp = requestContext?.http?.sourceIp;
  return {
    ...(typeof sourceIp === 'string' && { sourceIp }),
    ...(retry !== undefined && /^[0-9]{1,2}$/.test(retry) && { retryNum: Number(retry) }),
  };
}

function response(statusCode: number, body: Readonly<Record<string, string>>): HttpResponse {
  const headers = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };
  return { statusCode, headers, body: JSON.stringify(body) };
}
