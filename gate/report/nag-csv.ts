import type { PackEvidence, RuleEvidence } from '../evidence';
import type { Finding } from '../finding';
import { namespaced } from '../validation-report';
import type { Waiver } from '../waivers';

const columns = ['Rule ID', 'Resource ID', 'Compliance', 'Exception Reason', 'Rule Level', 'Rule Info'];

/**
 * What one cdk-nag pack found, with the columns of cdk-nag's own report of version 2, so that tools that read those can read these.
 * Resources a rule does not apply to are one row per rule.
 *
 * @param findings with their waivers
 */
export function renderNagCsv(
  { pack, rules }: PackEvidence,
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): string {
  const waiverOf = new Map(
    findings.filter((finding) => finding.pack === pack).map(({ check, path, waiver }) => [`${check}\n${path}`, waiver]),
  );
  const reasonOf = new Map(waivers.map(({ id, reason }) => [id, `[${id}] ${reason.en}`]));
  const exceptionOf = (rule: string, path: string) =>
    reasonOf.get(waiverOf.get(`${namespaced(pack, rule)}\n${path}`) ?? '');
  const rows = rules.flatMap((rule) => rowsOf(rule, exceptionOf));
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** `nag-AwsSolutions.csv` */
export function nagCsvName(pack: string): string {
  return `nag-${pack.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.csv`;
}

function rowsOf(rule: RuleEvidence, exceptionOf: (rule: string, path: string) => string | undefined): string[][] {
  const level = rule.level === 'error' ? 'Error' : 'Warning';
  const row = (id: string, resource: string, compliance: string, reason = 'N/A') => [
    id,
    resource,
    compliance,
    reason,
    level,
    rule.info,
  ];
  const excepted = (id: string, path: string, compliance: string) => {
    const exception = exceptionOf(id, path);
    return exception === undefined ? row(id, path, compliance) : row(id, path, 'Suppressed', exception);
  };
  const inert = [...rule.notApplicable.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...rule.nonCompliant.map(({ resource, rule: id }) => excepted(id, resource.path, 'Non-Compliant')),
    ...rule.unknown.map(({ resource }) => excepted(rule.id, resource.path, 'UNKNOWN')),
    ...rule.compliant.map(({ path }) => row(rule.id, path, 'Compliant')),
    ...(inert > 0 ? [row(rule.id, `(${inert} resources)`, 'N/A')] : []),
  ];
}

/**
 * Quoted as RFC 4180 asks. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
