import { type Finding, type Severity, severities } from './finding';
import type { GateExitCode, HygieneProblem, PackSummary, Verdict } from './gate-report';

/**
 * The verdict over everything that was judged. Every finding that no waiver accepts blocks, whatever its severity.
 *
 * Exit codes: 2 when anything could not be evaluated, even beside findings; then 3 for waivers that cannot be trusted; then 1 for
 * findings; 0 only when nothing is left.
 */
export function verdictOf({
  findings,
  hygiene,
  packs,
  stacks,
  resources,
}: {
  readonly findings: readonly Finding[];
  readonly hygiene: readonly HygieneProblem[];
  readonly packs: readonly PackSummary[];
  readonly stacks: number;
  readonly resources: number;
}): Verdict {
  const open = findings.filter(({ waiver }) => waiver === undefined);
  const failed = open.filter(({ state }) => state === 'fail');
  const blockingHygiene = hygiene.filter(({ blocking }) => blocking).length;
  const unknown = open.length - failed.length;
  const nothingJudged = resources === 0;
  return {
    exitCode: exitCodeOf({
      unknown: unknown > 0 || nothingJudged,
      hygiene: blockingHygiene > 0,
      failed: failed.length > 0,
    }),
    failed: Object.fromEntries(
      severities.map((severity) => [severity, failed.filter((finding) => finding.severity === severity).length]),
    ) as Record<Severity, number>,
    unknown,
    waived: findings.length - open.length,
    hygiene: blockingHygiene,
    passed: packs.reduce((count, { tally }) => count + tally.passed, 0),
    stacks,
    resources,
  };
}

function exitCodeOf(is: {
  readonly unknown: boolean;
  readonly hygiene: boolean;
  readonly failed: boolean;
}): GateExitCode {
  if (is.unknown) return 2;
  if (is.hygiene) return 3;
  return is.failed ? 1 : 0;
}
