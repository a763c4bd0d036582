import type { LintReport } from '../lint';

/** The report in numbers. */
export interface Tally {
  readonly policies: number;
  readonly statements: number;
  readonly errors: number;
  readonly warnings: number;
}

export function tallyOf({ files, findings }: LintReport): Tally {
  return {
    policies: files.length,
    statements: files.reduce((sum, { statements }) => sum + statements, 0),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
