import type { AuditRecord } from '../functions/converse/audit-record';
import { outcomes } from './outcomes';

type Holds = (value: unknown) => boolean;

const isText: Holds = (value) => typeof value === 'string';
const isNumber: Holds = (value) => typeof value === 'number';
const isTextOrNull: Holds = (value) => value === null || typeof value === 'string';
const isNumberOrNull: Holds = (value) => value === null || typeof value === 'number';
const isBoolean: Holds = (value) => typeof value === 'boolean';

/** Schema `audit/1`, field by field. Checked by hand: a log has hundreds of thousands of records. */
const fields: readonly (readonly [group: keyof AuditRecord | undefined, name: string, holds: Holds])[] = [
  [undefined, 'schema', (value) => value === 'audit/1'],
  [undefined, 'ts', (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)],
  [undefined, 'eventId', isText],
  [undefined, 'attempt', isNumber],
  [undefined, 'final', isBoolean],
  [undefined, 'latencyMs', isNumber],
  [undefined, 'bedrockRequestId', isTextOrNull],
  [undefined, 'build', isText],
  ['who', 'slackTeam', isTextOrNull],
  ['who', 'slackUser', isTextOrNull],
  ['who', 'slackChannel', isTextOrNull],
  ['what', 'profile', isText],
  ['what', 'model', isText],
  ['result', 'outcome', (value) => outcomes.some((outcome) => outcome === value)],
  ['result', 'error', isTextOrNull],
  ['result', 'policyTypes', (value) => Array.isArray(value) && value.every(isText)],
  ['tokens', 'in', isNumberOrNull],
  ['tokens', 'out', isNumberOrNull],
];

/** The first records had one attempt, and did not say so. */
const early = { attempt: 1, final: true };

/** The record in an event of the audit log, or undefined when it is none. */
export function auditRecordIn(message: string | undefined): AuditRecord | undefined {
  try {
    const value: unknown = JSON.parse(message ?? '');
    const record = isObject(value) && value.attempt === undefined ? { ...early, ...value } : value;
    return isAuditRecord(record) ? record : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAuditRecord(value: unknown): value is AuditRecord {
  if (!isObject(value)) return false;
  return fields.every(([group, name, holds]) => {
    const owner = group === undefined ? value : value[group];
    return isObject(owner) && holds(owner[name]);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
