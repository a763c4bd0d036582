import { ingress } from '../functions/assistant/ingress';
import type { Language } from '../functions/assistant/messages';
import { type Reply, SlackRefused } from '../functions/assistant/slack';
import { workBatch } from '../functions/assistant/work-batch';
import type { AuditRecord } from '../functions/converse/audit-record';
import { MemoryClaims } from './memory-claims';
import { MemoryQueue } from './memory-queue';
import { type Faults, noFaults, scriptedModel } from './scripted-model';

export interface LocalAssistantProps {
  readonly language: Language;
  /** @default none */
  readonly faults?: Partial<Faults>;
  /** What a second of waiting before a further delivery lasts, in milliseconds. @default 1000 */
  readonly secondLasts?: number;
  /** Deliveries before a question is put aside. @default 8 */
  readonly maxReceiveCount?: number;
  /** Tokens a person may use a day. @default 100,000 */
  readonly dailyTokensPerUser?: number;
  readonly onAnswer?: (reply: Reply) => void;
  readonly onAuditRecord?: (record: AuditRecord) => void;
  /** What the functions would write to their logs. */
  readonly onLog?: (entry: Readonly<Record<string, unknown>>) => void;
}

/** Who may ask here, and how it is signed. Nothing outside this process knows the secret. */
export const localSlack = { teamId: 'T0LOCAL', appId: 'A0LOCAL', signingSecret: 'local-signing-secret' } as const;

/**
 * The code of both functions with a queue, a table, a model, a Slack and an audit log in this process: what Slack would send gets its
 * answer and its audit record, without an AWS account.
 */
export function localAssistant(props: LocalAssistantProps) {
  const faults: Faults = { ...noFaults, ...props.faults };
  const answers: Reply[] = [];
  const auditRecords: AuditRecord[] = [];
  const claims = new MemoryClaims();
  const converse = scriptedModel(faults);
  const calls = { count: 0 };
  const log = (entry: Readonly<Record<string, unknown>>) => props.onLog?.(entry);

  const queue: MemoryQueue = new MemoryQueue({
    secondLasts: props.secondLasts ?? 1000,
    maxReceiveCount: props.maxReceiveCount ?? 8,
    work: (batch) =>
      workBatch(batch, 'local', {
        settings: {
          inferenceProfile: 'local.scripted-model',
          foundationModel: 'scripted-model',
          guardrailId: 'local-guardrail',
          guardrailVersion: '1',
          build: 'local',
          dailyTokens: 1_000_000,
          dailyTokensPerUser: props.dailyTokensPerUser ?? 100_000,
          language: props.language,
        },
        claims,
        slack: {
          post: async (reply) => {
            if (faults.slackDown) throw new SlackRefused('service_unavailable');
            answers.push(reply);
            props.onAnswer?.(reply);
          },
          hasReply: async ({ eventId }) => answers.some((reply) => reply.eventId === eventId),
        },
        converse: (input) => {
          calls.count++;
          return converse(input);
        },
        writeAuditRecord: async (record) => {
          if (faults.auditDown) throw Object.assign(new Error('The audit log is down'), { name: 'AuditRecordLost' });
          auditRecords.push(record);
          props.onAuditRecord?.(record);
        },
        deliverLater: (receiptHandle, seconds) => queue.deliverLater(receiptHandle, seconds),
        now: Date.now,
        log,
      }),
  });

  return {
    faults,
    answers,
    auditRecords,
    /** Calls of the model so far. */
    calls,
    deadLetters: queue.deadLetters,
    ingress: (request: Parameters<typeof ingress>[0]) =>
      ingress(request, {
        audience: localSlack,
        signingSecret: async () => localSlack.signingSecret,
        enqueue: (question) => queue.send(question),
        now: Date.now,
        log,
      }),
    close: () => queue.close(),
  };
}

export type LocalAssistant = ReturnType<typeof localAssistant>;
