import type { AuditRecord } from '../functions/converse/audit-record';

/**
 * How long after its last record an event may come back: a question waits 4 days in its queue, then 14 where it was put aside, and may
 * be sent back once.
 */
const remembered = 20 * 24 * 60 * 60 * 1000;

/**
 * One record per event out of records that come newest first: the final one, the newest where there are several, and the newest attempt
 * of an event that has no final record.
 *
 * Memory is that of the ids of 20 days, and of the events that are not finished.
 */
export class OnePerEvent {
  /** When the final record of an event was, oldest last. */
  private readonly finished = new Map<string, number>();
  private readonly open = new Map<string, AuditRecord>();

  /** Takes a record, and gives it back when it is the last word on its event. */
  take(record: AuditRecord): AuditRecord | undefined {
    const { eventId } = record;
    if (this.finished.has(eventId)) return undefined;
    if (!record.final) {
      const known = this.open.get(eventId);
      if (!known || record.attempt > known.attempt) this.open.set(eventId, record);
      return undefined;
    }
    this.open.delete(eventId);
    const at = Date.parse(record.ts);
    this.finished.set(eventId, at);
    this.forget(at + remembered);
    return record;
  }

  /** Events without a final record: still running, given up, or finished after the period. */
  unfinished(): readonly AuditRecord[] {
    return [...this.open.values()];
  }

  private forget(newest: number): void {
    for (const [eventId, at] of this.finished) {
      if (at <= newest) return;
      this.finished.delete(eventId);
    }
  }
}
