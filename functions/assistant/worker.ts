import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { AuditRecord } from '../converse/audit-record';
import type { ConverseSettings } from '../converse/converse-input';
import type { ClaimTable } from './claim';
import type { Language } from './messages';
import type { SlackApi } from './slack';
import type { TokenBudget } from './token-budget';

export interface WorkerSettings extends ConverseSettings, TokenBudget {
  readonly language: Language;
}

export interface WorkerDependencies {
  readonly settings: WorkerSettings;
  readonly claims: ClaimTable;
  readonly slack: SlackApi;
  converse(input: ConverseCommandInput): Promise<ConverseCommandOutput>;
  /** Returns when the record is on file, and throws when it is not. */
  writeAuditRecord(record: AuditRecord): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ids and reasons only, never what somebody wrote. */
  log(entry: Readonly<Record<string, unknown>>): void;
}

/** Thrown when the question is not done and should be delivered again. */
export class TryLater extends Error {
  readonly seconds: number;

  constructor(reason: string, seconds: number) {
    super(reason);
    this.name = 'TryLater';
    this.seconds = seconds;
  }
}

/** Calls for one event, those included that were throttled. */
export const maximumCalls = 3;
/** Calls that may be repeated although nobody knows whether they were billed. */
export const maximumLostCalls = 1;
/** The least time before the next delivery. */
export const secondsUntilNextTry = 15;
