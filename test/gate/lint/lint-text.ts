import { type LintOptions, type LintReport, lint } from '../../../gate/lint/lint';

/** Lints one document as a service control policy unless told otherwise. */
export function lintText(text: string, options: LintOptions = { kind: 'scp' }): Promise<LintReport> {
  return lint([{ file: 'policy.json', text, located: true, named: true }], options);
}

/** Lints statements, each a sound denial but for what is given. */
export async function lintStatements(
  statements: readonly Readonly<Record<string, unknown>>[],
  options?: LintOptions,
): Promise<readonly Found[]> {
  const sound = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };
  const Statement = statements.map((statement, index) => {
    const defaults = 'NotAction' in statement ? { ...sound, Action: undefined } : sound;
    const resources = 'NotResource' in statement ? { Resource: undefined } : {};
    return { Sid: `Statement${index}`, ...defaults, ...resources, ...statement };
  });
  const report = await lintText(JSON.stringify({ Version: '2012-10-17', Statement }), options);
  return report.findings.map(({ rule, severity, path, what, why, fix }) => ({
    rule,
    severity,
    path,
    says: [what, why, fix].map(({ en }) => en).join(' '),
  }));
}

export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  /** Everything it says in English. */
  readonly says: string;
}
