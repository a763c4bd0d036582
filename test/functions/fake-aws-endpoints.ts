import { createServer, type Server } from 'node:http';
import { createServer as createHttp2Server, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';

export interface AwsRequest {
  /** Service and operation, as `SQS.SendMessage`. */
  readonly operation: string;
  readonly input: Record<string, unknown>;
}

type Answer = (input: Record<string, unknown>) => { status?: number; body?: unknown };

const services: readonly [prefix: RegExp, name: string][] = [
  [/^AmazonSQS$/, 'SQS'],
  [/^DynamoDB_/, 'DynamoDB'],
  [/^Logs_/, 'Logs'],
  [/^secretsmanager$/, 'SecretsManager'],
];

/**
 * Endpoints on this machine that speak the protocols of the services, so that what the SDK puts on the wire is seen: JSON for
 * most, HTTP/2 for Amazon Bedrock. Every request is recorded; answers are given by operation, `{}` where there is none.
 */
export async function fakeAwsEndpoints(answers: Readonly<Record<string, Answer>>) {
  const requests: AwsRequest[] = [];
  const answer = (operation: string, body: string) => {
    const input = JSON.parse(body || '{}') as Record<string, unknown>;
    requests.push({ operation, input });
    return answers[operation]?.(input) ?? {};
  };
  const json = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const [service = '', operation] = String(request.headers['x-amz-target']).split('.');
    const name = services.find(([prefix]) => prefix.test(service))?.[1] ?? service;
    // Lambda has paths instead of targets.
    const called = operation === undefined ? `Lambda ${request.url}` : `${name}.${operation}`;
    const { status = 200, body = {} } = answer(called, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  const bedrock = createHttp2Server();
  const sessions = new Set<ServerHttp2Session>();
  bedrock.on('session', (session) => sessions.add(session));
  bedrock.on('stream', async (stream, headers) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const path = decodeURIComponent(String(headers[':path']));
    const { status = 200, body = {} } = answer(`Bedrock ${path}`, Buffer.concat(chunks).toString());
    const identified = { 'content-type': 'application/json', 'x-amzn-requestid': 'bedrock-1' };
    const failed = status === 200 ? {} : { 'x-amzn-errortype': (body as { __type?: string }).__type };
    stream.respond({ ':status': status, ...identified, ...failed });
    stream.end(JSON.stringify(body));
  });
  const urlOf = async (server: Server | Http2Server) => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    requests,
    environment: {
      AWS_REGION: 'ap-northeast-1',
      AWS_ACCESS_KEY_ID: 'fake',
      AWS_SECRET_ACCESS_KEY: 'fake',
      AWS_ENDPOINT_URL: await urlOf(json),
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: await urlOf(bedrock),
    },
    close: () => {
      json.closeAllConnections();
      json.close();
      for (const session of sessions) session.destroy();
      bedrock.close();
    },
  };
}
