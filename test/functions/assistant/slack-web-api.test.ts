import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackWebApi } from '../../../functions/assistant/slack-web-api';

interface Received {
  readonly path?: string;
  readonly authorization?: string;
  readonly fields: Record<string, string>;
}

let server: Server;
let received: Received[];
let answer: { status?: number; headers?: Record<string, string>; body?: unknown; hang?: boolean };

const slack = () =>
  slackWebApi({
    botToken: async () => 'xoxb-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    timeout: 200,
  });
const reply = { channel: 'C1', thread: '1.1', eventId: 'Ev1', text: '日本語の回答 &lt;b&gt;' };
const place = { channel: 'C1', thread: '1.1', ts: '1.2', eventId: 'Ev1' };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    received.push({ path: request.url, authorization: request.headers.authorization, fields });
    if (answer.hang) return;
    response.writeHead(answer.status ?? 200, answer.headers).end(JSON.stringify(answer.body ?? { ok: true }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
beforeEach(() => {
  received = [];
  answer = {};
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

test('posts the text as it is, in the thread, with what finds it again', async () => {
  await slack().post(reply);
  expect(received).toEqual([
    {
      path: '/api/chat.postMessage',
      authorization: 'Bearer xoxb-1',
      fields: expect.objectContaining({
        channel: 'C1',
        thread_ts: '1.1',
        text: '日本語の回答 &lt;b&gt;',
        mrkdwn: 'false',
        link_names: 'false',
        unfurl_links: 'false',
        unfurl_media: 'false',
      }),
    },
  ]);
  expect(JSON.parse(received[0]?.fields.metadata ?? '')).toEqual({
    event_type: 'ishizue_answer',
    event_payload: { event_id: 'Ev1' },
  });
});

test.each([
  [
    'says no',
    { body: { ok: false, error: 'channel_not_found' } },
    { name: 'SlackRefused', code: 'channel_not_found', isPermanent: true },
  ],
  [
    'has no token of ours',
    { body: { ok: false, error: 'invalid_auth' } },
    { name: 'SlackRefused', isPermanent: false },
  ],
  [
    'wants us to wait',
    { status: 429, headers: { 'retry-after': '7' } },
    { name: 'SlackRefused', retryAfterSeconds: 7 },
  ],
  ['fails in the middle', { body: { ok: false, error: 'internal_error' } }, { name: 'Error' }],
  ['is down', { status: 503 }, { name: 'Error' }],
  ['does not answer', { hang: true }, { name: 'TimeoutError' }],
])('tells what it means when Slack %s', async (_what, given, error) => {
  answer = given;
  await expect(slack().post(reply)).rejects.toMatchObject(error);
});

describe('looks for its own reply in the thread', () => {
  const message = (event_id: string) => ({ metadata: { event_type: 'ishizue_answer', event_payload: { event_id } } });

  test('from the question on, and finds it by the event', async () => {
    answer = { body: { ok: true, messages: [{}, message('Ev0'), message('Ev1')] } };
    expect(await slack().hasReply(place)).toBe(true);
    expect(received[0]).toMatchObject({
      path: '/api/conversations.replies',
      fields: { channel: 'C1', ts: '1.1', oldest: '1.2', include_all_metadata: 'true' },
    });
  });

  test.each([
    ['it is not there', { ok: true, messages: [message('Ev0')] }],
    ['the app may not look', { ok: false, error: 'missing_scope' }],
  ])('and does not find it when %s', async (_what, body) => {
    answer = { body };
    expect(await slack().hasReply(place)).toBe(false);
  });
});
