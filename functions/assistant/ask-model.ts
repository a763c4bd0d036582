import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { nameOf } from '../converse/audit-log';
import type { Attempt, AuditRecord } from '../converse/audit-record';
import { converseInput } from '../converse/converse-input';
import { verdictOf } from '../converse/verdict';
import { BudgetExceeded, type Charge } from './claim';
import { type FailedCall, failedCallOf } from './failed-call';
import type { HeldClaim } from './held-claim';
import { correctionCharges, dayCounter, reservationCharges, reservationFor } from './token-budget';
import { maximumCalls, maximumLostCalls, secondsUntilNextTry, TryLater } from './worker';

/**
 * From `claimed` to `answered`: reserves the tokens and notes that a call begins, in one write; calls the model; writes what became
 * of it. A question that cannot be asked, or that nobody has tokens for, is answered without a call.
 *
 * @throws TryLater when the model did not run and may be asked again
 */
export async function askModel(held: HeldClaim): Promise<void> {
  if (held.claim.record) await file(held, held.claim.record);
  const { settings, converse, now } = held.dependencies;
  const { eventId, user } = held.question;
  const request = held.request();
  const { prompt } = request;
  if (prompt === undefined || request.mistakes.length > 0) {
    return held.settle({ error: 'InvalidRequest' }, held.message('promptUnusable'), [], held.claim.calls + 1);
  }
  const reserved = reservationFor(prompt);
  const day = new Date(now()).toISOString().slice(0, 10);
  try {
    const begun = { state: 'calling', calls: held.claim.calls + 1, startedAt: now(), reserved, day } as const;
    await held.write(begun, reservationCharges(held.question, reserved, day, settings));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const text = held.message(error.counter === dayCounter(day) ? 'budgetUsed' : 'yourBudgetUsed');
    const attempt: Attempt = { outcome: 'rate_limited', error: 'BudgetExceeded' };
    return held.settle(attempt, text, [], held.claim.calls + 1);
  }
  let response: ConverseCommandOutput;
  try {
    response = await converse(converseInput({ ...request, prompt, user, eventId }, settings));
  } catch (error) {
    await callFailed(held, failedCallOf(error), nameOf(error), requestIdOf(error));
    if (held.claim.state === 'claimed') {
      throw new TryLater(nameOf(error), secondsUntilNextTry * 2 ** (held.claim.calls - 1));
    }
    return;
  }
  const verdict = verdictOf(response);
  const text = verdict.outcome === 'error' || verdict.text === '' ? held.message('failed') : verdict.text;
  const used = response.usage && (response.usage.inputTokens ?? 0) + (response.usage.outputTokens ?? 0);
  await held.settle(
    { response, verdict, error: verdict.error, bedrockRequestId: requestIdOf(response) },
    text,
    used === undefined ? [] : correction(held, used - reserved),
  );
}

/** After a call without an answer: back to `claimed` as often as that is bounded, with a record of the call, or on to an excuse. */
export async function callFailed(
  held: HeldClaim,
  kind: FailedCall,
  error: string,
  bedrockRequestId?: string,
): Promise<void> {
  const { calls, lost, reserved } = held.claim;
  const again = calls < maximumCalls && (kind === 'not run' || (kind === 'unknown' && lost < maximumLostCalls));
  const attempt: Attempt = { error, bedrockRequestId };
  // What may have been billed stays counted.
  const charges = kind === 'unknown' ? [] : correction(held, -reserved);
  if (!again) return held.settle(attempt, held.message(kind === 'not run' ? 'busy' : 'failed'), charges);
  const record = held.record(attempt, calls, false);
  await held.write({ state: 'claimed', lost: lost + (kind === 'unknown' ? 1 : 0), record }, charges);
  await file(held, record);
}

/** Puts the record of an attempt that is not the last on file. */
async function file(held: HeldClaim, record: AuditRecord): Promise<void> {
  await held.putOnFile(record);
  await held.write({ record: undefined });
}

function correction({ question, claim }: HeldClaim, tokens: number): readonly Charge[] {
  return correctionCharges(question, tokens, claim.day);
}

/** The request id of an answer or of an error of the SDK. */
function requestIdOf(answer: unknown): string | undefined {
  return (answer as { $metadata?: { requestId?: string } } | undefined)?.$metadata?.requestId;
}
