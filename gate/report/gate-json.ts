import type { GateReport } from '../gate-report';

/** The report as data. Two runs over the same input on the same day give the same bytes; another day changes `meta` at least. */
export function renderJson(report: GateReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
