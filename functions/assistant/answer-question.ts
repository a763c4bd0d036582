import { askModel, callFailed } from './ask-model';
import { type Claim, ClaimTaken, leaseMilliseconds, newClaim } from './claim';
import { HeldClaim } from './held-claim';
import { postReply } from './post-reply';
import type { Question } from './question';
import { TryLater, type WorkerDependencies } from './worker';

/**
 * Answers one question in its thread, whatever was done of it before. However often a question is delivered and wherever an
 * invocation ends: the model is called once, or once more when nobody knows what became of the call, and then both calls are on
 * record. Nothing is posted before the record is on file.
 *
 * @param requestId id of the Lambda request
 * @throws TryLater when it is not done; any other error is a failure of the table
 */
export async function answerQuestion(
  question: Question,
  requestId: string,
  dependencies: WorkerDependencies,
): Promise<'answered' | 'duplicate'> {
  const claim = await take(question.eventId, dependencies);
  if (claim === undefined) {
    dependencies.log({ event: 'duplicate', eventId: question.eventId });
    return 'duplicate';
  }
  const held = new HeldClaim(claim, question, requestId, dependencies);
  try {
    // An earlier invocation ended while it waited for the model.
    if (held.claim.state === 'calling') await callFailed(held, 'unknown', 'OutcomeUnknown');
    if (held.claim.state === 'claimed') await askModel(held);
    await postReply(held);
  } catch (error) {
    await held.handBack();
    throw error;
  }
  return 'answered';
}

/** Takes the event for one invocation, or returns undefined when it is done. */
async function take(eventId: string, { claims, now }: WorkerDependencies): Promise<Claim | undefined> {
  const found = await claims.read(eventId);
  if (found?.state === 'done') return undefined;
  const wait = (found?.leaseUntil ?? 0) - now();
  if (wait > 0) throw new TryLater('InProgress', Math.ceil(wait / 1000));
  const claim = found
    ? { ...found, version: found.version + 1, leaseUntil: now() + leaseMilliseconds }
    : newClaim(eventId, now());
  try {
    await claims.write(claim);
  } catch (error) {
    throw error instanceof ClaimTaken ? new TryLater('InProgress', leaseMilliseconds / 1000) : error;
  }
  return claim;
}
