import { nameOf } from '../converse/audit-log';
import type { HeldClaim } from './held-claim';
import { escapeForSlack } from './messages';
import { SlackRefused } from './slack';
import { secondsUntilNextTry, TryLater } from './worker';

/**
 * From `answered` or `posting` to `done`. Nothing is posted before the record is on file. An invocation that ended while it posted
 * may have posted: then the thread is looked at first.
 *
 * @throws TryLater when Slack did not take the answer, or nobody knows
 */
export async function postReply(held: HeldClaim): Promise<void> {
  if (held.claim.state === 'answered') {
    if (held.claim.record) await held.putOnFile(held.claim.record);
    await held.write({ state: 'posting', record: undefined });
    await post(held);
  } else if (!(await isPosted(held))) {
    await post(held);
  }
  await held.write({ state: 'done', reply: undefined, leaseUntil: 0 });
  held.dependencies.log({ event: 'done', eventId: held.claim.eventId, calls: held.claim.calls });
}

async function isPosted({ question, dependencies }: HeldClaim): Promise<boolean> {
  const { channel, thread, ts, eventId } = question;
  try {
    return await dependencies.slack.hasReply({ channel, thread, ts, eventId });
  } catch (error) {
    throw new TryLater(nameOf(error), secondsUntilNextTry);
  }
}

async function post(held: HeldClaim): Promise<void> {
  const { channel, thread, eventId } = held.question;
  const text = escapeForSlack(held.claim.reply ?? held.message('failed'));
  try {
    await held.dependencies.slack.post({ channel, thread, eventId, text });
  } catch (error) {
    // Nobody knows whether it was posted: the next invocation looks.
    if (!(error instanceof SlackRefused)) throw new TryLater(nameOf(error), secondsUntilNextTry);
    if (error.isPermanent) {
      held.dependencies.log({ event: 'undeliverable', eventId, error: error.code });
      return;
    }
    await held.write({ state: 'answered' });
    throw new TryLater(error.code, error.retryAfterSeconds ?? secondsUntilNextTry);
  }
}
