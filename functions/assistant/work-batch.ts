import { nameOf } from '../converse/audit-log';
import { answerQuestion } from './answer-question';
import { readQuestion } from './question';
import { TryLater, type WorkerDependencies } from './worker';

/** The part of a batch of SQS that is used. */
export interface QueueBatch {
  readonly Records: readonly {
    readonly messageId: string;
    readonly receiptHandle: string;
    readonly body: string;
    readonly attributes: { readonly ApproximateReceiveCount: string; readonly MessageGroupId?: string };
  }[];
}

/** What is delivered again; everything else is done. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export interface BatchDependencies extends WorkerDependencies {
  /** Delivers a message again after so many seconds instead of when its visibility is over. */
  deliverLater(receiptHandle: string, seconds: number): Promise<void>;
}

const longestWaitSeconds = 900;

/**
 * Answers the questions of a batch, one after the other. After a failure the rest of its thread waits for it; other threads go on.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export async function workBatch(
  { Records }: QueueBatch,
  requestId: string,
  dependencies: BatchDependencies,
): Promise<BatchResponse> {
  const failed: string[] = [];
  const stopped = new Set<string | undefined>();
  for (const { messageId, receiptHandle, body, attributes } of Records) {
    const group = attributes.MessageGroupId;
    if (group !== undefined && stopped.has(group)) {
      failed.push(messageId);
      continue;
    }
    try {
      await answerQuestion(readQuestion(body), requestId, dependencies);
    } catch (error) {
      failed.push(messageId);
      stopped.add(group);
      const reason = error instanceof TryLater ? error.message : nameOf(error);
      const seconds = waitBefore(Number(attributes.ApproximateReceiveCount), error);
      dependencies.log({ event: 'try later', messageId, reason, seconds });
      await deliverLater(receiptHandle, seconds, messageId, dependencies);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** Doubles with each delivery, so that an outage of an hour does not fill the dead-letter queue. */
function waitBefore(received: number, error: unknown): number {
  const least = error instanceof TryLater ? error.seconds : 0;
  return Math.min(longestWaitSeconds, Math.max(least, 15 * 2 ** Math.min(received - 1, 10)));
}

async function deliverLater(
  receiptHandle: string,
  seconds: number,
  messageId: string,
  dependencies: BatchDependencies,
): Promise<void> {
  try {
    await dependencies.deliverLater(receiptHandle, seconds);
  } catch (error) {
    // The message comes back when its visibility is over: later, and not lost.
    dependencies.log({ event: 'wait not shortened', messageId, error: nameOf(error) });
  }
}
