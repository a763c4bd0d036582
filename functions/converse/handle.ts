import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { nameOf } from './audit-log';
import { type Attempt, type AuditRecord, auditRecordOf } from './audit-record';
import { type ConverseSettings, converseInput } from './converse-input';
import { readRequest } from './request';
import { type Outcome, verdictOf } from './verdict';

export interface ConverseDependencies {
  readonly settings: ConverseSettings;
  converse(input: ConverseCommandInput): Promise<ConverseCommandOutput>;
  /** Returns when the record is on file, and throws when it is not. */
  writeAuditRecord(record: AuditRecord): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The answer, the guardrail's message in its place, or what is wrong with the request. */
export type ConverseReply =
  | { readonly outcome: Exclude<Outcome, 'error'>; readonly eventId: string; readonly text: string }
  | { readonly outcome: 'error'; readonly eventId: string; readonly mistakes: readonly string[] };

/** Thrown when Amazon Bedrock gave no answer. Carries a name and ids; its messages may repeat the prompt. */
export class ConverseFailed extends Error {
  constructor(reason: string, eventId: string) {
    super(`Amazon Bedrock gave no answer (${reason}) to event ${eventId}; the audit record has the details`);
    this.name = 'ConverseFailed';
  }
}

/**
 * Answers one prompt through the guardrail, and leaves exactly one audit record whatever happens. Fails closed: without the record on
 * file there is no answer.
 *
 * A request with mistakes is answered with them; a failure of Amazon Bedrock or of the audit log is thrown, so that Lambda counts it.
 *
 * @param requestId id of the Lambda request
 * @throws ConverseFailed when Amazon Bedrock failed, after the record was written
 * @throws AuditRecordLost when the record could not be written
 */
export async function handle(
  event: unknown,
  requestId: string,
  dependencies: ConverseDependencies,
): Promise<ConverseReply> {
  const { settings, converse, writeAuditRecord, now } = dependencies;
  const started = now();
  const request = readRequest(event);
  const eventId = request.eventId ?? requestId;
  const record = (attempt: Attempt) =>
    writeAuditRecord(auditRecordOf({ request, requestId, eventId, started, ended: now(), settings, attempt }));

  const { prompt, user, mistakes } = request;
  if (mistakes.length > 0 || prompt === undefined || user === undefined) {
    await record({ error: 'InvalidRequest' });
    return { outcome: 'error', eventId, mistakes };
  }
  let response: ConverseCommandOutput;
  try {
    response = await converse(converseInput({ ...request, prompt, user, eventId }, settings));
  } catch (error) {
    await record({ error: nameOf(error), bedrockRequestId: requestIdOf(error) });
    throw new ConverseFailed(nameOf(error), eventId);
  }
  const verdict = verdictOf(response);
  await record({ response, verdict, error: verdict.error, bedrockRequestId: requestIdOf(response) });
  if (verdict.outcome === 'error') throw new ConverseFailed(verdict.error ?? 'NoAnswer', eventId);
  return { outcome: verdict.outcome, eventId, text: verdict.text };
}

/** The request id of an answer or of an error of the SDK. */
function requestIdOf(answer: unknown): string | undefined {
  return (answer as { $metadata?: { requestId?: string } } | undefined)?.$metadata?.requestId;
}
