import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { answerQuestion } from '../../../functions/assistant/answer-question';
import type { Question } from '../../../functions/assistant/question';
import type { Reply } from '../../../functions/assistant/slack';
import type { WorkerDependencies, WorkerSettings } from '../../../functions/assistant/worker';
import type { AuditRecord } from '../../../functions/converse/audit-record';
import { MemoryClaims } from '../../../local/memory-claims';

export const settings = {
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  guardrailId: 'abcdefghijkl',
  guardrailVersion: '3',
  build: '0123456789ab',
  dailyTokens: 10_000_000,
  dailyTokensPerUser: 1_000_000,
  language: 'en',
} as const;

export function question(more: Partial<Question> = {}): Question {
  return {
    version: 1,
    eventId: 'Ev1',
    team: 'T1',
    user: 'U1',
    channel: 'C1',
    ts: '1531420618.000100',
    thread: '1531420618.000100',
    prompt: '日本語の質問',
    sourceIp: '192.0.2.1',
    retryNum: 0,
    ...more,
  };
}

export function answer(text: string, more: Partial<ConverseCommandOutput> = {}): ConverseCommandOutput {
  return {
    $metadata: { requestId: 'bedrock-1' },
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 },
    metrics: { latencyMs: 5 },
    ...more,
  };
}

/** An error as the SDK throws it. */
export function failure(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name}: 日本語の質問`), { name, ...more });
}

/** A worker and everything it touches. Steps of a port can be replaced while the test runs. */
export function fakeWorker(overrides: Partial<WorkerSettings> = {}) {
  const world = {
    now: Date.UTC(2026, 10, 27, 3),
    claims: new MemoryClaims(),
    calls: [] as ConverseCommandInput[],
    posts: [] as Reply[],
    records: [] as AuditRecord[],
    logged: [] as Readonly<Record<string, unknown>>[],
    converse: async (_input: ConverseCommandInput) => answer('Answer'),
    write: async (_record: AuditRecord) => {},
    post: async (_reply: Reply) => {},
    /** What every port is asked, in order. */
    order: [] as string[],
    /** Events with a final record on file. */
    recorded: new Set<string>(),
    /** Events that were answered before. */
    answeredWithoutRecord: [] as string[],
  };
  const dependencies: WorkerDependencies = {
    settings: { ...settings, ...overrides },
    claims: world.claims,
    slack: {
      post: async (reply) => {
        await world.post(reply);
        world.order.push('post');
        world.posts.push(reply);
        if (!world.recorded.has(reply.eventId)) world.answeredWithoutRecord.push(reply.eventId);
      },
      hasReply: async ({ eventId }) => world.posts.some((posted) => posted.eventId === eventId),
    },
    converse: async (input) => {
      world.order.push('converse');
      world.calls.push(input);
      return world.converse(input);
    },
    writeAuditRecord: async (record) => {
      await world.write(record);
      world.order.push('audit');
      world.records.push(record);
      if (record.final) world.recorded.add(record.eventId);
    },
    now: () => world.now,
    log: (entry) => void world.logged.push(entry),
  };
  return Object.assign(world, {
    dependencies,
    deliver: (asked: Question = question()) => answerQuestion(asked, 'lambda-1', dependencies),
  });
}
