import { z } from 'zod';
import type { AuditRecord } from '../functions/converse/audit-record';
import { outcomes } from './outcomes';

const text = z.string().nullable();
const count = z.number().nullable();

/** Schema `audit/1` as far as it is read here. Fields that came later have the value of records before them. */
const schema = z.object({
  schema: z.literal('audit/1'),
  ts: z.iso.datetime(),
  eventId: z.string().min(1),
  attempt: z.number().int().default(1),
  final: z.boolean().default(true),
  who: z.object({ slackTeam: text, slackUser: text, slackChannel: text, slackTs: text.default(null) }),
  origin: z.object({
    requestId: z.string(),
    apiSourceIp: text.default(null),
    retryNum: count.default(null),
  }),
  what: z.object({
    op: z.literal('Converse'),
    profile: z.string(),
    model: z.string(),
    promptSha256: text,
    promptChars: count,
    outputChars: count,
  }),
  result: z.object({
    outcome: z.enum(outcomes),
    error: text,
    stopReason: text,
    guardrailId: z.string(),
    guardrailVersion: z.string(),
    policyTypes: z.array(z.string()),
  }),
  tokens: z.object({ in: count, out: count }),
  latencyMs: z.number(),
  bedrockRequestId: text,
  build: z.string(),
});

/** The record in an event of the audit log, or undefined when it is none. */
export function auditRecordIn(message: string | undefined): AuditRecord | undefined {
  try {
    return schema.safeParse(JSON.parse(message ?? '')).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
