import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HttpRequest } from '../functions/assistant/ingress';
import type { LocalAssistant } from './local-assistant';

/** The largest body an HTTP API takes. */
const maximumBytes = 10 * 1024 * 1024;

/** What an HTTP API hands to a function as text; everything else comes in base64. */
const text = /^(text\/|application\/(json|javascript|xml)\b)/;

/**
 * Serves an assistant as the HTTP API would: `POST /slack/events` for Slack, and for a person `GET /answers` and `GET /audit`.
 * Requests reach the function in payload format 2.0.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpApi(assistant: LocalAssistant): Server {
  return createServer((request, response) => {
    respond(assistant, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
}

async function respond(assistant: LocalAssistant, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const route = `${request.method} ${pathname}`;
  if (route === 'GET /answers') return send(response, 200, JSON.stringify(assistant.answers));
  if (route === 'GET /audit') return send(response, 200, JSON.stringify(assistant.auditRecords));
  if (route !== 'POST /slack/events') return send(response, 404, '{"message":"Not Found"}');
  const body = await bodyOf(request);
  if (!body) return send(response, 413, '{"message":"Request Entity Too Large"}');
  const { statusCode, body: answer } = await assistant.ingress(eventOf(request, body));
  send(response, statusCode, answer);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= maximumBytes) chunks.push(chunk);
  }
  return length <= maximumBytes ? Buffer.concat(chunks) : undefined;
}

function eventOf(request: IncomingMessage, body: Buffer): HttpRequest {
  const isBase64Encoded = !text.test(request.headers['content-type'] ?? 'text/plain');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]);
  return {
    headers: Object.fromEntries(headers),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
    requestContext: { requestId: 'local', http: { sourceIp: request.socket.remoteAddress } },
  };
}
