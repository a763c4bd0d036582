import type { LintReport } from '../lint';
import { tallyOf } from './tally';

/**
 * The report as data, with the numbers first. Texts are given in both languages. Two runs over the same files give the same bytes.
 */
export function jsonReport(report: LintReport): string {
  const { asOf, files, skipped, withoutPolicy, findings } = report;
  return `${JSON.stringify({ summary: tallyOf(report), asOf, files, skipped, withoutPolicy, findings }, undefined, 2)}\n`;
}
