import type { InvokeCommandInput, InvokeCommandOutput } from '@aws-sdk/client-lambda';
import type { PosterAnswer, PosterRequest } from './poster';
import { type SlackApi, SlackRefused } from './slack';

/** The one call of Lambda it needs. */
export type Invoke = (input: InvokeCommandInput) => Promise<Pick<InvokeCommandOutput, 'FunctionError' | 'Payload'>>;

/** Thrown when the function that posts ended with an error: nobody knows whether it posted. Holds no text of anybody. */
export class PosterFailed extends Error {
  constructor(errorType: string) {
    super(`The function that posts in Slack failed: ${errorType}`);
    this.name = 'PosterFailed';
  }
}

/**
 * Slack through another function, for a worker in a network without a way to the internet. Waits for the answer, so that it is known
 * whether Slack refused, as when the worker posts itself.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html
 */
export function slackByFunction(invoke: Invoke, functionName: string): SlackApi {
  async function ask(request: PosterRequest): Promise<PosterAnswer> {
    const { FunctionError, Payload } = await invoke({
      FunctionName: functionName,
      InvocationType: 'RequestResponse',
      Payload: new TextEncoder().encode(JSON.stringify(request)),
    });
    const answer: unknown = JSON.parse(new TextDecoder().decode(Payload));
    if (FunctionError !== undefined || answer === null) throw new PosterFailed(errorTypeOf(answer));
    return answer as PosterAnswer;
  }

  return {
    async post(reply) {
      const answer = await ask({ call: 'post', reply });
      if (answer.outcome === 'refused') throw new SlackRefused(answer.code, answer.retryAfterSeconds);
      if (answer.outcome !== 'done') throw new PosterFailed('UnknownAnswer');
    },
    async hasReply(place) {
      const answer = await ask({ call: 'hasReply', place });
      if (answer.outcome !== 'looked') throw new PosterFailed('UnknownAnswer');
      return answer.found;
    },
  };
}

/** The name of an error; its message stays in the log of the function that threw it. */
function errorTypeOf(answer: unknown): string {
  const { errorType } = (answer ?? {}) as { readonly errorType?: unknown };
  return typeof errorType === 'string' && /^[A-Za-z.]{1,60}$/.test(errorType) ? errorType : 'Unknown';
}
