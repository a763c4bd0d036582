import type { AskedEvent, Ending, Heading, Report } from '../asked-event';

/**
 * One JSON document, written event by event. `unattributed` is null where it could not be asked, and `complete` says whether
 * everything is known.
 */
export function jsonReport(write: (text: string) => void, tool: string): Report {
  let separator = '';
  return {
    begin({ period, ...heading }: Heading) {
      const head = { schema: 'who-asked/1', tool, ...heading, from: iso(period.from), to: iso(period.to) };
      write(`${JSON.stringify(head).slice(0, -1)},"events":[`);
    },
    event({ region, record, text }: AskedEvent) {
      write(`${separator}\n${JSON.stringify({ region, ...record, ...(text !== undefined && { text }) })}`);
      separator = ',';
    },
    end({ byOutcome, byModel, unattributed, unknown, ...counts }: Ending) {
      const tail = {
        complete: unknown.length === 0,
        summary: { ...counts, byOutcome: Object.fromEntries(byOutcome), byModel: Object.fromEntries(byModel) },
        unattributed:
          unattributed?.map((use) => ({ ...use, earliest: iso(use.earliest), latest: iso(use.latest) })) ?? null,
        unknown: unknown.map(({ en }) => en),
      };
      write(`\n],${JSON.stringify(tail).slice(1)}\n`);
    },
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
