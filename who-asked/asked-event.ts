import type { AuditRecord } from '../functions/converse/audit-record';
import type { Period } from '../insights/period';
import type { Text } from '../policies/policy';
import type { LoggedText } from './texts';
import type { UnattributedUse } from './unattributed';

/** One question of one person, and what became of it. */
export interface AskedEvent {
  readonly region: string;
  readonly record: AuditRecord;
  /** Absent unless text was asked for; null when the invocation log does not hold it. */
  readonly text?: LoggedText | null;
}

/** What a report begins with. */
export interface Heading {
  readonly workload: string;
  readonly account: string;
  readonly regions: readonly string[];
  readonly period: Period;
  readonly timeZone: string;
}

/** What a report ends with. */
export interface Ending {
  readonly events: number;
  readonly byOutcome: ReadonlyMap<string, number>;
  readonly byModel: ReadonlyMap<string, number>;
  readonly tokens: { readonly in: number; readonly out: number };
  /** Absent where it could not be asked. */
  readonly unattributed?: readonly UnattributedUse[];
  /** Why not everything is known; empty when it is. */
  readonly unknown: readonly Text[];
}

/** Writes an answer as it comes. Nothing of it is kept. */
export interface Report {
  begin(heading: Heading): void;
  event(event: AskedEvent): void;
  end(ending: Ending): void;
}
