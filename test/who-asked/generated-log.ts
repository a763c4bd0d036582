import { type AuditOutcome, type AuditRecord, auditRecordOf } from '../../functions/converse/audit-record';
import { converseInput } from '../../functions/converse/converse-input';
import type { LogEvent } from './insights-engine';

export const settings = {
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  guardrailId: 'gr0example1',
  guardrailVersion: '3',
  build: '0123456789ab',
};
const otherModel = {
  ...settings,
  inferenceProfile: 'jp.anthropic.claude-haiku-5-5',
  foundationModel: 'anthropic.claude-haiku-5-5',
};

export const prompts = [
  '経費精算の「締め日」を教えて、改行\nも。',
  'When is the "closing day", please?',
  '=HYPERLINK("http://example.com")',
  '電話は 090-1234-5678 です。',
] as const;

/** One question as it was planned, to compare answers with: what its last attempt left. */
export interface Planned {
  readonly eventId: string;
  readonly user: string;
  readonly channel: string;
  readonly prompt: string;
  readonly answer: string;
  readonly ts: string;
  readonly model: string;
  readonly outcome: AuditOutcome;
  readonly attempts: number;
  readonly isCalled: boolean;
}

export const users = ['U0ALICE', 'U0BOB', 'W0CAROL'];
export const channels = ['C0GENERAL', 'D0DIRECT'];
const lasts: AuditOutcome[] = [
  'answered',
  'answered',
  'answered',
  'blocked_input',
  'blocked_output',
  'error',
  'rate_limited',
];

/**
 * The two logs of `count` questions, a question every `step` milliseconds from `begin` on. Every fifth was tried twice; the second of
 * those ten wrote its last record twice.
 */
export function generatedLogs(count: number, begin: number, step: number) {
  const audit: LogEvent[] = [];
  const invocations: LogEvent[] = [];
  const planned: Planned[] = [];
  for (let index = 0; index < count; index += 1) {
    const [user = '', channel = ''] = [users[index % 3], channels[index % 2]];
    const prompt = prompts[index % prompts.length] as string;
    const outcome = lasts[index % lasts.length] as AuditOutcome;
    const isCalled = outcome !== 'rate_limited';
    const model = index % 11 === 0 ? otherModel : settings;
    const eventId = `Ev${index}`;
    const answer = `${index}: 答え`;
    const started = begin + index * step;
    const attempts = index % 5 === 0 ? 2 : 1;
    const last = started + (attempts - 1) * 90_000;
    const requestId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const kind = { user, channel, prompt, isFirstModel: model === settings };
    if (attempts === 2) audit.push(recordEvent({ ...kind, number: 1, outcome: null }, started, eventId, ''));
    const event = recordEvent({ ...kind, number: attempts, outcome }, last, eventId, requestId);
    audit.push(event);
    if (index % 10 === 5) audit.push(event);
    if (isCalled) {
      const input = () => converseInput({ user, channel, team: 'T0TEAM', eventId, prompt }, model);
      invocations.push({
        timestamp: last + 400,
        fields: { schemaType: 'ModelInvocationLog', requestId, requestMetadata: { slack_user: user } },
        get message() {
          return JSON.stringify(invocation(requestId, model.inferenceProfile, input(), answer));
        },
      });
    }
    const ts = new Date(last).toISOString();
    planned.push({
      eventId,
      user,
      channel,
      prompt,
      answer,
      ts,
      model: model.foundationModel,
      outcome,
      attempts,
      isCalled,
    });
  }
  return { audit: audit.sort(oldestFirst), invocations: invocations.sort(oldestFirst), planned };
}

/** What records have in common; `outcome` null is an attempt that will be repeated. */
interface Kind {
  readonly user: string;
  readonly channel: string;
  readonly prompt: string;
  readonly isFirstModel: boolean;
  readonly number: number;
  readonly outcome: AuditOutcome | null;
}

const writtenKinds = new Map<string, readonly string[]>();

/** A record as the function writes it, once of each kind: a hundred thousand of them differ in time and ids only. */
function recordEvent(kind: Kind, timestamp: number, eventId: string, requestId: string): LogEvent {
  const key = Object.values(kind).join();
  const pieces =
    writtenKinds.get(key) ?? JSON.stringify(recordOf(kind)).split(/1970-01-01T00:00:00\.000Z|EVENT|REQUEST/);
  writtenKinds.set(key, pieces);
  const [before, second, third, after] = pieces;
  return {
    timestamp,
    fields: { who: { slackUser: kind.user, slackChannel: kind.channel } },
    get message() {
      const head = `${before}${new Date(timestamp).toISOString()}${second}${eventId}${third}`;
      return after === undefined ? head : head + requestId + after;
    },
  };
}

function recordOf({ user, channel, prompt, isFirstModel, number, outcome }: Kind): AuditRecord {
  const usage = { inputTokens: 20, outputTokens: 30, totalTokens: 50 };
  return auditRecordOf({
    request: { user, channel, team: 'T0TEAM', prompt, mistakes: [] },
    requestId: 'lambda-1',
    eventId: 'EVENT',
    started: 0,
    ended: 900,
    settings: isFirstModel ? settings : otherModel,
    attempt: {
      outcome: outcome ?? 'error',
      ...(outcome === null && { error: 'ThrottlingException' }),
      ...(outcome === 'error' && { error: 'NoAnswer' }),
      ...(outcome &&
        outcome !== 'rate_limited' && { bedrockRequestId: 'REQUEST', response: { stopReason: 'end_turn', usage } }),
    },
    number,
    final: outcome !== null,
    origin: { ts: '1795000000.000100', retryNum: 0 },
  });
}

export function invocation(requestId: string, modelId: string, input: object, answer: string) {
  const { messages, requestMetadata } = input as { messages?: unknown; requestMetadata?: unknown };
  return {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    identity: { arn: 'arn:aws:sts::444455556666:assumed-role/example-assistant-worker-ap-northeast-1/worker' },
    requestId,
    operation: 'Converse',
    modelId,
    ...(requestMetadata !== undefined && { requestMetadata }),
    input: { inputBodyJson: { messages } },
    output: { outputBodyJson: { output: { message: { role: 'assistant', content: [{ text: answer }] } } } },
  };
}

export function eventOf(timestamp: number, fields: object): LogEvent {
  return { timestamp, fields, message: JSON.stringify(fields) };
}

function oldestFirst(a: LogEvent, b: LogEvent): number {
  return a.timestamp - b.timestamp;
}
