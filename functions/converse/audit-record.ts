import { createHash } from 'node:crypto';
import type { ConverseResponse } from '@aws-sdk/client-bedrock-runtime';
import type { ConverseSettings } from './converse-input';
import type { ReadRequest } from './request';
import type { Outcome, Verdict } from './verdict';

/** What became of an attempt. `rate_limited`: the budget of tokens was used up, and the model was not called. */
export type AuditOutcome = Outcome | 'rate_limited';

/**
 * One attempt to use Amazon Bedrock: who, when, what, and what became of it. Free of any text: prompts and answers are in the
 * invocation log only, joined by `bedrockRequestId` and by `eventId` in the request metadata. A field that is not known is null.
 *
 * `eventId` and `attempt` name an attempt: after a crash the same record may be written again, to the letter.
 */
export interface AuditRecord {
  readonly schema: 'audit/1';
  /** When the attempt began, ISO 8601 in UTC. */
  readonly ts: string;
  readonly eventId: string;
  /** 1 for the first attempt to answer the event. */
  readonly attempt: number;
  /** Whether this is the last word on the event; false when it will be tried again. */
  readonly final: boolean;
  readonly who: {
    readonly slackTeam: string | null;
    readonly slackUser: string | null;
    readonly slackChannel: string | null;
    /** Timestamp of the message in the channel. */
    readonly slackTs: string | null;
  };
  readonly origin: {
    readonly requestId: string;
    /** Address that delivered the event. */
    readonly apiSourceIp: string | null;
    /** How often Slack had delivered the event before. */
    readonly retryNum: number | null;
  };
  readonly what: {
    readonly op: 'Converse';
    readonly profile: string;
    readonly model: string;
    /** SHA-256 of the prompt in UTF-8, in hexadecimal. */
    readonly promptSha256: string | null;
    readonly promptChars: number | null;
    readonly outputChars: number | null;
  };
  readonly result: {
    readonly outcome: AuditOutcome;
    /** Name of what went wrong: of the request, of this function or of Amazon Bedrock. */
    readonly error: string | null;
    readonly stopReason: string | null;
    readonly guardrailId: string;
    readonly guardrailVersion: string;
    readonly policyTypes: readonly string[];
  };
  readonly tokens: { readonly in: number | null; readonly out: number | null };
  /** Milliseconds from the beginning of the attempt to its outcome. */
  readonly latencyMs: number;
  /** `requestId` of the invocation log and `requestID` of the trail. */
  readonly bedrockRequestId: string | null;
  /** Which code wrote the record: the beginning of the SHA-256 of the deployed bundle. */
  readonly build: string;
}

/** How far an attempt came. */
export interface Attempt {
  readonly response?: Pick<ConverseResponse, 'stopReason' | 'usage'>;
  readonly verdict?: Verdict;
  /** @default that of the verdict, or `error` without one */
  readonly outcome?: AuditOutcome;
  readonly error?: string;
  readonly bedrockRequestId?: string;
}

export interface AuditedAttempt {
  readonly request: ReadRequest;
  /** Id of the Lambda request. */
  readonly requestId: string;
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly ended: number;
  readonly settings: ConverseSettings;
  readonly attempt: Attempt;
  /** @default 1 */
  readonly number?: number;
  /** @default true */
  readonly final?: boolean;
  /** Where the request came from. @default not known */
  readonly origin?: { readonly ts?: string; readonly sourceIp?: string; readonly retryNum?: number };
}

/** The record of an attempt. Fields of a request that are not sound are null, never what was sent. */
export function auditRecordOf(audited: AuditedAttempt): AuditRecord {
  const { settings, started, origin } = audited;
  const { prompt, team, user, channel } = audited.request;
  const { response, verdict, error, bedrockRequestId } = audited.attempt;
  return {
    schema: 'audit/1',
    ts: new Date(started).toISOString(),
    eventId: audited.eventId,
    attempt: audited.number ?? 1,
    final: audited.final ?? true,
    who: {
      slackTeam: team ?? null,
      slackUser: user ?? null,
      slackChannel: channel ?? null,
      slackTs: origin?.ts ?? null,
    },
    origin: {
      requestId: audited.requestId,
      apiSourceIp: origin?.sourceIp ?? null,
      retryNum: origin?.retryNum ?? null,
    },
    what: {
      op: 'Converse',
      profile: settings.inferenceProfile,
      model: settings.foundationModel,
      promptSha256: prompt === undefined ? null : createHash('sha256').update(prompt).digest('hex'),
      promptChars: prompt?.length ?? null,
      outputChars: verdict?.text.length ?? null,
    },
    result: {
      outcome: audited.attempt.outcome ?? verdict?.outcome ?? 'error',
      error: error ?? null,
      stopReason: response?.stopReason ?? null,
      guardrailId: settings.guardrailId,
      guardrailVersion: settings.guardrailVersion,
      policyTypes: verdict?.policyTypes ?? [],
    },
    tokens: { in: response?.usage?.inputTokens ?? null, out: response?.usage?.outputTokens ?? null },
    latencyMs: audited.ended - started,
    bedrockRequestId: bedrockRequestId ?? null,
    build: settings.build,
  };
}
