import type { AuditRecord } from '../functions/converse/audit-record';
import { askedRecords } from '../insights/asked-records';
import type { Text } from '../policies/policy';
import type { LogQuestion, Row } from './ask-logs';
import type { AskedEvent } from './asked-event';
import { auditRecordIn } from './audit-records';
import { OnePerEvent } from './one-per-event';
import { inParts } from './parts';
import type { LogPlace } from './places';
import type { WhoAskedRequest } from './request';
import { textsOf } from './texts';

export interface EventSource {
  readonly ask: (question: LogQuestion) => Promise<readonly Row[]>;
  readonly tell: (progress: Text) => void;
  /** Called for each record that is no record, or of a schema that is not known here. */
  readonly unreadable: () => void;
}

/** What was asked in one region, newest first; events without a final record come last. One part is in memory at a time. */
export async function* askedEvents(
  { region, auditLogArn, invocationLogArn }: LogPlace,
  request: WhoAskedRequest,
  { ask, tell, unreadable }: EventSource,
): AsyncGenerator<AskedEvent> {
  const onePerEvent = new OnePerEvent();
  const { period, models, outcomes } = request;
  // Only known when an event has only one record left: an attempt may fail, and the next one not.
  const isAskedFor = ({ what, result }: AuditRecord) =>
    (models?.some((model) => model === what.model || model === what.profile) ?? true) &&
    (outcomes?.includes(result.outcome) ?? true);
  const withText = async (records: readonly AuditRecord[]): Promise<readonly AskedEvent[]> => {
    const { text } = request;
    if (!text) return records.map((record) => ({ region, record }));
    const texts = await textsOf(records, { logGroupArn: invocationLogArn, ...text }, ask);
    return records.map((record) => ({ region, record, text: texts.get(record.bedrockRequestId ?? '') ?? null }));
  };

  const parts = inParts(period, (part) =>
    ask({ logGroupArn: auditLogArn, period: part, queryString: askedRecords(request, part) }),
  );
  let read = 0;
  for await (const { period: part, rows } of parts) {
    const records = rows.flatMap((row) => {
      const record = auditRecordIn(row.get('@message'));
      if (!record) unreadable();
      return record ?? [];
    });
    records.sort(newestFirst);
    yield* await withText(records.flatMap((record) => onePerEvent.take(record) ?? []).filter(isAskedFor));
    read += rows.length;
    tell(progress(region, read, part.from));
  }
  yield* await withText([...onePerEvent.unfinished()].filter(isAskedFor).sort(newestFirst));
}

function newestFirst(a: AuditRecord, b: AuditRecord): number {
  if (a.ts !== b.ts) return a.ts < b.ts ? 1 : -1;
  return b.attempt - a.attempt || (a.eventId < b.eventId ? -1 : 1);
}

function progress(region: string, read: number, from: number): Text {
  const [count, since] = [read.toLocaleString('en'), new Date(from).toISOString()];
  return {
    en: `${region}: ${count} records, back to ${since}`,
    ja: `${region}: ${count} 件、${since} まで遡って確認`,
  };
}
