import { createHash } from 'node:crypto';
import type { PosterRequest } from '../../functions/assistant/poster';
import { signatureOf } from '../../functions/assistant/slack-signature';
import { handler as ingress } from '../../functions/assistant-ingress';
import { handler as poster } from '../../functions/assistant-poster';
import { handler as worker } from '../../functions/assistant-worker';
import { fakeAwsEndpoints } from './fake-aws-endpoints';

const before = { ...process.env };
const template = {
  SLACK_TEAM_ID: 'T1',
  SLACK_APP_ID: 'A1',
  SIGNING_SECRET_ARN: 'signing-secret',
  BOT_TOKEN_ARN: 'bot-token',
  CLAIM_TABLE: 'claims',
  LANGUAGE: 'ja',
  DAILY_TOKENS: '1000000',
  DAILY_TOKENS_PER_USER: '100000',
  INFERENCE_PROFILE: 'jp.amazon.nova-2-lite-v1:0',
  FOUNDATION_MODEL: 'amazon.nova-2-lite-v1:0',
  GUARDRAIL_ID: 'abcdefghijkl',
  GUARDRAIL_VERSION: '3',
  AUDIT_LOG_GROUP: '/example/bedrock/audit',
  AWS_LAMBDA_LOG_STREAM_NAME: '2026/11/27/[$LATEST]0123',
};
const secrets: Record<string, string> = { 'signing-secret': 'shhh\n', 'bot-token': 'xoxb-1' };

/** A table of one key that keeps what it is given and knows the conditions the assistant writes. */
function table() {
  const items = new Map<string, Record<string, Record<string, string>>>();
  return {
    read: ({ Key }: Record<string, unknown>) => ({ body: { Item: items.get((Key as { id: { S: string } }).id.S) } }),
    write: ({ TransactItems }: Record<string, unknown>) => {
      for (const { Put } of TransactItems as { Put?: { Item: Record<string, Record<string, string>> } }[]) {
        if (Put) items.set(Put.Item.id?.S as string, Put.Item);
      }
      return {};
    },
  };
}

type Endpoints = Awaited<ReturnType<typeof fakeAwsEndpoints>>;
let aws: Endpoints;
let queueUrl: string;
let slack: { url: string; body: URLSearchParams; authorization: string | null }[];
let logged: jest.SpyInstance;

beforeAll(async () => {
  const claims = table();
  aws = await fakeAwsEndpoints({
    'SecretsManager.GetSecretValue': ({ SecretId }) => ({ body: { SecretString: secrets[SecretId as string] } }),
    // The SDK compares: what the queue has taken is what was sent.
    'SQS.SendMessage': ({ MessageBody }) => ({
      body: { MessageId: '1', MD5OfMessageBody: createHash('md5').update(String(MessageBody)).digest('hex') },
    }),
    'DynamoDB.GetItem': claims.read,
    'DynamoDB.TransactWriteItems': claims.write,
    'Lambda /2015-03-31/functions/example-assistant-poster/invocations': () => ({ body: { outcome: 'done' } }),
    'Bedrock /model/jp.amazon.nova-2-lite-v1:0/converse': ({ messages }) => {
      if (JSON.stringify(messages).includes('混雑')) {
        return { status: 429, body: { __type: 'ThrottlingException', message: '混雑' } };
      }
      return {
        body: {
          output: { message: { role: 'assistant', content: [{ text: '<回答>' }] } },
          stopReason: 'end_turn',
          usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 },
          metrics: { latencyMs: 5 },
        },
      };
    },
  });
  queueUrl = `${aws.environment.AWS_ENDPOINT_URL}/444455556666/questions.fifo`;
  process.env = { ...before, ...template, ...aws.environment, QUEUE_URL: queueUrl };
});
afterAll(() => {
  aws.close();
  process.env = before;
});
beforeEach(() => {
  slack = [];
  aws.requests.length = 0;
  logged = jest.spyOn(console, 'info').mockImplementation();
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const authorization = new Headers(init?.headers).get('authorization');
    slack.push({ url: String(url), body: init?.body as URLSearchParams, authorization });
    return Response.json({ ok: true });
  });
});
afterEach(() => jest.restoreAllMocks());

/** What Slack sends, as an HTTP API hands it over. */
function delivery(text: string, eventId = 'Ev1') {
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: eventId,
    team_id: 'T1',
    api_app_id: 'A1',
    event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1531420618.000100', text },
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = signatureOf(timestamp, Buffer.from(body), 'shhh');
  return { body, headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } };
}

async function queued(text: string, eventId: string): Promise<string> {
  await ingress(delivery(text, eventId));
  const sent = aws.requests.find(({ operation }) => operation === 'SQS.SendMessage');
  aws.requests.length = 0;
  return String(sent?.input.MessageBody);
}
const batch = (body: string) => ({
  Records: [
    {
      messageId: 'message-1',
      receiptHandle: 'receipt-1',
      body,
      attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'C1:1531420618.000100' },
    },
  ],
});
const operations = () => aws.requests.map(({ operation }) => operation);

describe('the functions, with everything but the wire', () => {
  test('the ingress reads its secret once and sends to the FIFO queue', async () => {
    expect(await ingress(delivery('日本語の質問'))).toMatchObject({ statusCode: 200 });
    await ingress(delivery('日本語の質問'));
    expect(operations()).toEqual(['SecretsManager.GetSecretValue', 'SQS.SendMessage', 'SQS.SendMessage']);
    expect(aws.requests[1]?.input).toMatchObject({
      QueueUrl: queueUrl,
      MessageDeduplicationId: 'Ev1',
      MessageGroupId: 'C1:1531420618.000100',
    });
    expect(JSON.parse(String(aws.requests[1]?.input.MessageBody))).toMatchObject({ prompt: '日本語の質問' });
  });

  test('the worker claims, calls, records and posts, in this order', async () => {
    const body = await queued('日本語の質問', 'Ev2');
    expect(await worker(batch(body), { awsRequestId: 'lambda-1' })).toEqual({ batchItemFailures: [] });
    expect(operations()).toEqual([
      'DynamoDB.GetItem',
      'DynamoDB.TransactWriteItems',
      'DynamoDB.TransactWriteItems',
      'Bedrock /model/jp.amazon.nova-2-lite-v1:0/converse',
      'DynamoDB.TransactWriteItems',
      'Logs.CreateLogStream',
      'Logs.PutLogEvents',
      'DynamoDB.TransactWriteItems',
      'SecretsManager.GetSecretValue',
      'DynamoDB.TransactWriteItems',
    ]);
    expect(slack.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['https://slack.com/api/chat.postMessage', 'Bearer xoxb-1'],
    ]);
    expect(slack[0]?.body.get('text')).toBe('&lt;回答&gt;');
  });

  test('the call names guardrail, limit and who asks; the record says its id and which code wrote', async () => {
    const body = await queued('日本語の質問', 'Ev3');
    await worker(batch(body), { awsRequestId: 'lambda-1' });
    const call = aws.requests.find(({ operation }) => operation.startsWith('Bedrock'));
    expect(call?.input).toMatchObject({
      guardrailConfig: { guardrailIdentifier: 'abcdefghijkl', guardrailVersion: '3', trace: 'enabled' },
      inferenceConfig: { maxTokens: 1024 },
      requestMetadata: { slack_user: 'U1', slack_team: 'T1', slack_channel: 'C1', event_id: 'Ev3' },
    });
    const written = aws.requests.find(({ operation }) => operation === 'Logs.PutLogEvents')?.input.logEvents ?? [];
    const [{ message = '' } = {}] = written as { message?: string }[];
    expect(JSON.parse(message)).toMatchObject({
      schema: 'audit/1',
      eventId: 'Ev3',
      tokens: { in: 12, out: 34 },
      bedrockRequestId: 'bedrock-1',
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  test('what was answered is not answered again', async () => {
    const body = await queued('日本語の質問', 'Ev4');
    await worker(batch(body), { awsRequestId: 'lambda-1' });
    aws.requests.length = 0;
    await worker(batch(body), { awsRequestId: 'lambda-2' });
    expect(operations()).toEqual(['DynamoDB.GetItem']);
    expect(slack).toHaveLength(1);
  });

  test('a model that is throttled is called once, and the message comes back in fifteen seconds', async () => {
    const body = await queued('混雑', 'Ev5');
    expect(await worker(batch(body), { awsRequestId: 'lambda-1' })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }],
    });
    expect(operations().filter((operation) => operation.startsWith('Bedrock'))).toHaveLength(1);
    expect(aws.requests.at(-1)).toEqual({
      operation: 'SQS.ChangeMessageVisibility',
      input: { QueueUrl: queueUrl, ReceiptHandle: 'receipt-1', VisibilityTimeout: 15 },
    });
    expect(slack).toEqual([]);
  });

  test('a worker without a way to Slack posts through the function that has one, and never holds the token', async () => {
    const body = await queued('日本語の質問', 'Ev8');
    process.env.POSTER_FUNCTION = 'example-assistant-poster';
    let answered: string[];
    try {
      // The function reads its environment once.
      let fresh: typeof worker | undefined;
      jest.isolateModules(() => {
        fresh = jest.requireActual('../../functions/assistant-worker').handler;
      });
      expect(await fresh?.(batch(body), { awsRequestId: 'lambda-1' })).toEqual({ batchItemFailures: [] });
      answered = operations();
    } finally {
      delete process.env.POSTER_FUNCTION;
    }
    expect(answered.slice(-3)).toEqual([
      'DynamoDB.TransactWriteItems',
      'Lambda /2015-03-31/functions/example-assistant-poster/invocations',
      'DynamoDB.TransactWriteItems',
    ]);
    expect(answered).not.toContain('SecretsManager.GetSecretValue');
    expect(slack).toEqual([]);
    const asked = aws.requests.find(({ operation }) => operation.startsWith('Lambda'))?.input;
    aws.requests.length = 0;
    expect(await poster(asked as unknown as PosterRequest)).toEqual({ outcome: 'done' });
    expect(operations()).toEqual(['SecretsManager.GetSecretValue']);
    expect(slack[0]?.body.get('text')).toBe('&lt;回答&gt;');
  });

  test('nothing that somebody wrote is in the logs of the functions', async () => {
    const body = await queued('日本語の質問', 'Ev6');
    await worker(batch(body), { awsRequestId: 'lambda-1' });
    await worker(batch(await queued('混雑', 'Ev7')), { awsRequestId: 'lambda-1' });
    expect(logged.mock.calls.length).toBeGreaterThan(3);
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/日本語|混雑|回答/);
  });
});
