import fc from 'fast-check';
import {
  type HttpRequest,
  type IngressDependencies,
  ingress,
  maximumBodyBytes,
} from '../../../functions/assistant/ingress';
import type { Question } from '../../../functions/assistant/question';
import { signatureOf } from '../../../functions/assistant/slack-signature';

// The secret and the first vector are published by Slack: https://docs.slack.dev/authentication/verifying-requests-from-slack/
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const timestamp = '1531420618';
const published = {
  body:
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
    '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com' +
    '%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};
const japanese = {
  body: '{"type":"event_callback","event_id":"Ev0TEST","team_id":"T1","event":{"type":"app_mention","user":"U1","channel":"C1","ts":"1531420618.000100","text":"日本語の質問"}}',
  signature: 'v0=1f26570a3b8763b0cbe46a13bceec5c9148c8293712d0e5c6a226400c207331f',
};

function fake(overrides: Partial<IngressDependencies> = {}) {
  const questions: Question[] = [];
  const logged: Readonly<Record<string, unknown>>[] = [];
  const dependencies: IngressDependencies = {
    audience: { teamId: 'T1', appId: 'A1' },
    signingSecret: async () => secret,
    enqueue: async (question) => void questions.push(question),
    now: () => Number(timestamp) * 1000,
    log: (entry) => void logged.push(entry),
    ...overrides,
  };
  return { questions, logged, send: (request: HttpRequest) => ingress(request, dependencies) };
}

const signed = (body: string, more: Partial<HttpRequest> = {}, headers: Record<string, string | undefined> = {}) => ({
  headers: {
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(timestamp, Buffer.from(body), secret),
    ...headers,
  },
  body,
  ...more,
});

const mention = (event: Record<string, unknown> = {}, outer: Record<string, unknown> = {}) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: 'T1',
    api_app_id: 'A1',
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1531420618.000100',
      text: '<@UBOT> 日本語の質問 &lt;b&gt; &amp;amp;',
      ...event,
    },
    ...outer,
  });

describe('a signature', () => {
  test('of the documentation of Slack is accepted: the body is read, and is not JSON', async () => {
    const { send } = fake();
    const { body, signature } = published;
    expect((await send(signed(body, {}, { 'x-slack-signature': signature }))).statusCode).toBe(400);
  });

  test.each([
    ['plain', { body: japanese.body }],
    ['in base64', { body: Buffer.from(japanese.body).toString('base64'), isBase64Encoded: true }],
  ])('over Japanese text is accepted %s', async (_how, request) => {
    const { send, logged } = fake();
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': japanese.signature };
    expect((await send({ headers, ...request })).statusCode).toBe(200);
    // It names no app: authentic, and not for us.
    expect(logged).toEqual([
      expect.objectContaining({ event: 'ignored', because: 'another team or app', eventId: 'Ev0TEST' }),
    ]);
  });

  const body = mention();
  const good = signatureOf(timestamp, Buffer.from(body), secret);
  const at = (seconds: number) => {
    const other = String(Number(timestamp) + seconds);
    return { 'x-slack-request-timestamp': other, 'x-slack-signature': signatureOf(other, Buffer.from(body), secret) };
  };
  test.each([
    ['no headers', { 'x-slack-request-timestamp': undefined, 'x-slack-signature': undefined }],
    ['no timestamp', { 'x-slack-request-timestamp': undefined }],
    ['no signature', { 'x-slack-signature': undefined }],
    ['a timestamp that is no number', { 'x-slack-request-timestamp': '1531420618abc' }],
    ['an empty timestamp', { 'x-slack-request-timestamp': '' }],
    ['a negative timestamp', { 'x-slack-request-timestamp': '-1531420618' }],
    ['an older timestamp', at(-301)],
    ['a timestamp in the future', at(301)],
    ['another timestamp than the signed one', { 'x-slack-request-timestamp': String(Number(timestamp) + 1) }],
    ['another version', { 'x-slack-signature': good.replace('v0=', 'v1=') }],
    ['a hash that is too short', { 'x-slack-signature': good.slice(0, -1) }],
    ['a hash that is too long', { 'x-slack-signature': `${good}0` }],
    ['capital digits', { 'x-slack-signature': good.toUpperCase().replace('V0', 'v0') }],
    [
      'a hash with one digit changed',
      { 'x-slack-signature': good.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) },
    ],
    ['a hash by another secret', { 'x-slack-signature': signatureOf(timestamp, Buffer.from(body), 'another') }],
    ['the header twice, in two cases', { 'X-Slack-Signature': good }],
    ['the header twice, joined', { 'x-slack-signature': `${good},${good}` }],
  ])('is refused with %s', async (_what, headers) => {
    const { send, questions, logged } = fake();
    expect((await send(signed(body, {}, headers))).statusCode).toBe(401);
    expect(questions).toEqual([]);
    expect(logged).toEqual([expect.objectContaining({ event: 'refused', statusCode: 401 })]);
  });

  test.each([-300, 300])('is accepted %i seconds from now', async (seconds) => {
    const { send, questions } = fake();
    expect((await send(signed(body, {}, at(seconds)))).statusCode).toBe(200);
    expect(questions).toHaveLength(1);
  });

  test('is refused when the body was altered by one byte', async () => {
    const { send } = fake();
    expect((await send({ ...signed(body), body: body.replace('Ev1', 'Ev2') })).statusCode).toBe(401);
  });

  test('is accepted whatever the case of the header names', async () => {
    const { send, questions } = fake();
    const headers = { 'X-Slack-Request-Timestamp': timestamp, 'X-SLACK-SIGNATURE': good };
    expect((await send({ headers, body })).statusCode).toBe(200);
    expect(questions).toHaveLength(1);
  });

  test('comes before JSON: broken JSON that nobody signed is refused, not parsed', async () => {
    const { send, logged } = fake();
    expect((await send({ headers: {}, body: '{' })).statusCode).toBe(401);
    expect(logged).toEqual([expect.objectContaining({ reason: 'timestamp missing' })]);
  });
});

describe('10,000 requests nobody signed', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(timestamp, `v0=${'0'.repeat(64)}`, mention()),
  );
  const name = fc.oneof(
    fc.constantFrom('x-slack-signature', 'X-Slack-Signature', 'x-slack-request-timestamp', 'x-slack-retry-num'),
    fc.string({ maxLength: 20 }),
  );
  const request = fc.record(
    {
      headers: fc.dictionary(name, fc.oneof(word, fc.constant(undefined)), { maxKeys: 6 }),
      body: word,
      isBase64Encoded: fc.boolean(),
      requestContext: fc.record({ http: fc.record({ sourceIp: word }) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );

  test('crash nothing and pass nothing', async () => {
    const { send, questions } = fake();
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const { statusCode } = await send(sent);
        seen.add(statusCode);
        expect([401, 413]).toContain(statusCode);
      }),
      { numRuns: 10_000, seed: 6 },
    );
    expect(questions).toEqual([]);
    expect(seen).toContain(401);
  });

  test('and 2,000 signed ones with any content crash nothing either, and pass no question', async () => {
    const { send, questions } = fake();
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc
        .record({
          type: fc.constant('event_callback'),
          team_id: fc.constant('T1'),
          api_app_id: fc.constant('A1'),
          event: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        expect([200, 400]).toContain((await send(signed(sent))).statusCode);
      }),
      { numRuns: 2_000, seed: 6 },
    );
    expect(questions).toEqual([]);
  });
});

describe('a question', () => {
  test('goes into the queue with who, where and what, free of the mention and of escapes', async () => {
    const { send, questions } = fake();
    const request = signed(
      mention({ thread_ts: '1531420000.000001' }),
      { requestContext: { http: { sourceIp: '192.0.2.1' } } },
      { 'x-slack-retry-num': '2' },
    );
    expect(await send(request)).toMatchObject({ statusCode: 200, body: '{}' });
    expect(questions).toEqual([
      {
        version: 1,
        eventId: 'Ev1',
        team: 'T1',
        user: 'U1',
        channel: 'C1',
        ts: '1531420618.000100',
        thread: '1531420000.000001',
        prompt: '日本語の質問 <b> &amp;',
        sourceIp: '192.0.2.1',
        retryNum: 2,
      },
    ]);
  });

  test('begins a thread of its own when it is not in one', async () => {
    const { send, questions } = fake();
    await send(signed(mention()));
    expect(questions[0]?.thread).toBe('1531420618.000100');
  });

  test('may be asked in a direct message', async () => {
    const { send, questions } = fake();
    await send(signed(mention({ type: 'message', channel_type: 'im', channel: 'D1' })));
    expect(questions[0]?.channel).toBe('D1');
  });

  test('may be asked by a person of the Enterprise organization of the team, and of no other', async () => {
    const { send, questions } = fake();
    await send(signed(mention({ user_team: 'E1' }, { enterprise_id: 'E1' })));
    await send(signed(mention({ user_team: 'E2' }, { enterprise_id: 'E1', event_id: 'Ev2' })));
    expect(questions.map(({ eventId }) => eventId)).toEqual(['Ev1']);
  });

  test('that Slack delivers again is acknowledged and queued again: the queue and the worker know it by its id', async () => {
    const { send, questions } = fake();
    for (const retry of ['1', '2', '3']) {
      expect((await send(signed(mention(), {}, { 'x-slack-retry-num': retry }))).statusCode).toBe(200);
    }
    expect(new Set(questions.map(({ eventId }) => eventId))).toEqual(new Set(['Ev1']));
  });

  test.each([
    ['a bot', mention({ bot_id: 'B1' }), 'a bot or a system message'],
    ['a bot with a profile', mention({ bot_profile: {} }), 'a bot or a system message'],
    [
      'an edit',
      mention({ type: 'message', channel_type: 'im', subtype: 'message_changed' }),
      'a bot or a system message',
    ],
    ['a hidden message', mention({ hidden: true }), 'a bot or a system message'],
    [
      'a message in a channel that mentions nobody',
      mention({ type: 'message', channel_type: 'channel' }),
      'another kind of event',
    ],
    ['a reaction', mention({ type: 'reaction_added' }), 'another kind of event'],
    ['another app', mention({}, { api_app_id: 'A2' }), 'another team or app'],
    ['another team', mention({}, { team_id: 'T2' }), 'another team or app'],
    ['a person of another team', mention({ user_team: 'T2' }), 'a person of another team'],
    ['nobody', mention({ user: undefined }), 'fields missing'],
    ['an id that is none', mention({ channel: 'C1\nC2' }), 'fields missing'],
    ['no event id', mention({}, { event_id: undefined }), 'fields missing'],
    ['a mention and nothing else', mention({ text: ' <@UBOT> ' }), 'no text'],
    ['a rate limit of Slack', mention({}, { type: 'app_rate_limited' }), 'another kind of event'],
  ])('is not asked by %s', async (_who, body, because) => {
    const { send, questions, logged } = fake();
    expect((await send(signed(body))).statusCode).toBe(200);
    expect(questions).toEqual([]);
    expect(logged).toEqual([expect.objectContaining({ event: 'ignored', because })]);
  });

  test('outside the allowed channels is not answered', async () => {
    const { send, questions } = fake({ audience: { teamId: 'T1', appId: 'A1', channels: ['C2'] } });
    await send(signed(mention()));
    await send(signed(mention({ channel: 'C2' })));
    expect(questions.map(({ channel }) => channel)).toEqual(['C2']);
  });
});

describe('the ingress', () => {
  test('answers the challenge of Slack, only when it is signed', async () => {
    const { send } = fake();
    const body = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1aBm2rZgRNFdxV' });
    expect(await send(signed(body))).toMatchObject({ statusCode: 200, body: '{"challenge":"3eZbrw1aBm2rZgRNFdxV"}' });
    expect((await send({ headers: {}, body })).statusCode).toBe(401);
  });

  test('refuses a body larger than any message, before it looks for the secret', async () => {
    const { send } = fake({ signingSecret: () => Promise.reject(new Error('asked')) });
    const body = 'x'.repeat(maximumBodyBytes + 1);
    expect((await send(signed(body))).statusCode).toBe(413);
    expect((await send({ body: Buffer.from(body).toString('base64'), isBase64Encoded: true })).statusCode).toBe(413);
  });

  test('asks Slack to deliver again while there is no secret', async () => {
    const { send, logged } = fake({
      signingSecret: () => Promise.reject(Object.assign(new Error('x'), { name: 'SecretEmpty' })),
    });
    expect((await send(signed(mention()))).statusCode).toBe(503);
    expect(logged).toEqual([expect.objectContaining({ reason: 'no signing secret', error: 'SecretEmpty' })]);
  });

  test('asks Slack to deliver again when the queue does not take the question', async () => {
    const { send } = fake({ enqueue: () => Promise.reject(new Error('down')) });
    expect((await send(signed(mention()))).statusCode).toBe(503);
  });

  test('logs nothing that somebody wrote, and not the secret', async () => {
    const { send, logged } = fake({ enqueue: () => Promise.reject(new Error('日本語の質問')) });
    await send(signed(mention()));
    await send(signed(mention({ bot_id: 'B1' })));
    await send({ ...signed(mention()), body: `${mention()} ` });
    await send(signed('日本語の質問'));
    expect(logged).toHaveLength(4);
    expect(JSON.stringify(logged)).not.toContain('日本語');
    expect(JSON.stringify(logged)).not.toContain(secret);
  });
});
