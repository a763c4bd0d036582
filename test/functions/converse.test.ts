import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { handler } from '../../functions/converse';

const environment = {
  AWS_REGION: 'ap-northeast-1',
  INFERENCE_PROFILE: 'jp.amazon.nova-2-lite-v1:0',
  FOUNDATION_MODEL: 'amazon.nova-2-lite-v1:0',
  GUARDRAIL_ID: 'abcdefghijkl',
  GUARDRAIL_VERSION: '3',
  AUDIT_LOG_GROUP: '/example/bedrock/audit',
  AWS_LAMBDA_LOG_STREAM_NAME: '2026/11/24/[$LATEST]0123',
};
const before = { ...process.env };
const event = { who: { user: 'U1' }, prompt: 'Hello' };
const context = { awsRequestId: 'lambda-1' };

/** The SDK with its network taken away: what it is asked to send, and what it answers. */
function fakeSdk() {
  const sent: object[] = [];
  const answer = {
    $metadata: { requestId: 'bedrock-1' },
    output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } },
    stopReason: 'end_turn',
  };
  jest.spyOn(BedrockRuntimeClient.prototype, 'send').mockImplementation(async (command: object) => {
    sent.push(command);
    return answer as never;
  });
  jest.spyOn(CloudWatchLogsClient.prototype, 'send').mockImplementation(async (command: object) => {
    sent.push(command);
    return { $metadata: {} } as never;
  });
  return sent;
}

// The handler keeps what it made for later requests, so the order of these tests is the order of a cold start.
describe('the entry point', () => {
  afterEach(() => {
    process.env = { ...before };
    jest.restoreAllMocks();
  });

  test('refuses to answer in an incomplete environment, and names everything that is missing', async () => {
    const sent = fakeSdk();
    await expect(handler(event, context)).rejects.toThrow(/lacks INFERENCE_PROFILE, .*AWS_LAMBDA_LOG_STREAM_NAME/);
    expect(sent).toEqual([]);
  });

  test('asks Amazon Bedrock first and answers after the record is on file', async () => {
    Object.assign(process.env, environment);
    const sent = fakeSdk();
    expect(await handler(event, context)).toEqual({ outcome: 'answered', eventId: 'lambda-1', text: 'Hi' });
    expect(sent.map((command) => command.constructor)).toEqual([
      ConverseCommand,
      CreateLogStreamCommand,
      PutLogEventsCommand,
    ]);
  });

  test('writes to the log group and stream of its environment, and says which code wrote', async () => {
    Object.assign(process.env, environment);
    const sent = fakeSdk();
    await handler(event, context);
    const { input } = sent.at(-1) as PutLogEventsCommand;
    expect(input).toMatchObject({ logGroupName: '/example/bedrock/audit', logStreamName: '2026/11/24/[$LATEST]0123' });
    const source = readFileSync(join(__dirname, '../../functions/converse.ts'));
    expect(JSON.parse(input.logEvents?.[0]?.message ?? '')).toMatchObject({
      schema: 'audit/1',
      build: createHash('sha256').update(source).digest('hex').slice(0, 12),
    });
  });
});
