import { callSlack } from '../../../functions/assistant/poster';
import type { SlackApi } from '../../../functions/assistant/slack';
import { slackByFunction } from '../../../functions/assistant/slack-by-function';

/** Slack as a worker in a private network reaches it: as JSON to a function and back, as Lambda passes it on. */
export function throughFunction(slack: SlackApi): SlackApi {
  return slackByFunction(async ({ Payload }) => {
    const request = JSON.parse(new TextDecoder().decode(Payload as Uint8Array));
    try {
      return { Payload: lambdaPayload(await callSlack(request, slack)) };
    } catch (error) {
      const { name, message } = error as Error;
      return { FunctionError: 'Unhandled', Payload: lambdaPayload({ errorType: name, errorMessage: message }) };
    }
  }, 'example-assistant-poster');
}

/** The SDK adds a method to the bytes. */
export function lambdaPayload(value: unknown) {
  const text = JSON.stringify(value);
  return Object.assign(new TextEncoder().encode(text), { transformToString: () => text });
}
