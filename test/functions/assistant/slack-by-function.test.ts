import type { InvokeCommandInput } from '@aws-sdk/client-lambda';
import { SlackRefused } from '../../../functions/assistant/slack';
import { type Invoke, PosterFailed, slackByFunction } from '../../../functions/assistant/slack-by-function';
import { fakeWorker } from './fake-worker';
import { lambdaPayload, throughFunction } from './through-function';

const reply = { channel: 'C1', thread: '1.1', eventId: 'Ev1', text: '日本語の回答 &lt;b&gt;' };
const place = { channel: 'C1', thread: '1.1', ts: '1.2', eventId: 'Ev1' };
const answers =
  (value: unknown, more: object = {}): Invoke =>
  async () => ({ Payload: lambdaPayload(value), ...more });

describe('a worker that posts through a function', () => {
  test('posts what it would have posted itself, and sees that it did', async () => {
    const { dependencies, posts } = fakeWorker();
    const slack = throughFunction(dependencies.slack);
    expect(await slack.hasReply(place)).toBe(false);
    await slack.post(reply);
    expect(posts).toEqual([reply]);
    expect(await slack.hasReply(place)).toBe(true);
  });

  test.each([
    [new SlackRefused('ratelimited', 30), { code: 'ratelimited', retryAfterSeconds: 30, isPermanent: false }],
    [new SlackRefused('not_in_channel'), { code: 'not_in_channel', retryAfterSeconds: undefined, isPermanent: true }],
  ])('is told that Slack refused, why, and for how long: %s', async (refusal, expected) => {
    const slack = throughFunction({ post: () => Promise.reject(refusal), hasReply: async () => false });
    const error = await slack.post(reply).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SlackRefused);
    expect(error).toMatchObject(expected);
  });

  test('does not take an error of the function for a refusal: nobody knows whether it posted', async () => {
    const slack = throughFunction({
      post: () => Promise.reject(new Error(`Slack answered 500 to ${reply.text}`)),
      hasReply: async () => false,
    });
    const error = await slack.post(reply).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PosterFailed);
    expect(String(error)).not.toContain('回答');
  });

  test.each([
    ['an error without a name', { errorMessage: 'RequestId: 1 Error: Task timed out' }, { FunctionError: 'Unhandled' }],
    ['an error whose name is a sentence', { errorType: '日本語の回答' }, { FunctionError: 'Unhandled' }],
    ['nothing', null, {}],
    ['an answer to another question', { outcome: 'looked', found: true }, {}],
  ])('does not take %s for done', async (_, value, more) => {
    const posted = slackByFunction(answers(value, more), 'poster').post(reply);
    await expect(posted).rejects.not.toBeInstanceOf(SlackRefused);
    await expect(posted).rejects.toThrow(/^(?!.*回答)/);
  });

  test('does not take "done" for "I looked"', async () => {
    await expect(slackByFunction(answers({ outcome: 'done' }), 'poster').hasReply(place)).rejects.toThrow(PosterFailed);
  });

  test('waits for the answer of the function it was given', async () => {
    const asked: InvokeCommandInput[] = [];
    const invoke: Invoke = async (input) => {
      asked.push(input);
      return { Payload: lambdaPayload({ outcome: 'done' }) };
    };
    await slackByFunction(invoke, 'example-assistant-poster').post(reply);
    expect(asked).toMatchObject([{ FunctionName: 'example-assistant-poster', InvocationType: 'RequestResponse' }]);
  });
});
