/** The kinds of policy the linter knows, in the words of its `--kind` option. */
export const LINT_KINDS = ['scp', 'rcp', 'identity', 'resource'] as const;

export type LintKind = (typeof LINT_KINDS)[number];
