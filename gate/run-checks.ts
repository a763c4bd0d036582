import type { Text } from '../policies/policy';
import { checks as everyCheck } from './checks';
import type { Check, CheckResult, CheckSubject } from './checks/check';
import type { Finding } from './finding';
import type { CheckSummary } from './gate-report';
import type { Tallies } from './tallies';

/** The family name of the checks of the assembly; their ids start with it. */
export const assemblyPack = 'Assembly';

/** What the checks of the assembly saw. */
export interface CheckedAssembly {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Passes and what does not apply. */
  readonly results: readonly {
    readonly check: string;
    readonly stack?: string;
    readonly state: 'passed' | 'notApplicable';
  }[];
  readonly notApplicable: ReadonlyMap<string, Text>;
}

/** Runs every check of the assembly. A check that throws is an error finding, and the others still run. */
export function runChecks(subject: CheckSubject, checks: readonly Check[] = everyCheck): CheckedAssembly {
  const findings: Finding[] = [];
  const results: CheckedAssembly['results'][number][] = [];
  const notApplicable = new Map<string, Text>();
  for (const check of checks) {
    for (const result of resultsOf(check, subject)) {
      if (result.state === 'pass') results.push({ check: check.id, stack: result.stack, state: 'passed' });
      else if (result.state === 'not-applicable') {
        results.push({ check: check.id, state: 'notApplicable' });
        notApplicable.set(check.id, result.because);
      } else findings.push(findingOf(check, result, subject));
    }
  }
  return { checks, findings, results, notApplicable };
}

export function summarizeChecks({ checks, notApplicable }: CheckedAssembly, tallies: Tallies): CheckSummary[] {
  return checks.map(({ id, severity, assurance, promise }) => ({
    id,
    severity,
    assurance,
    promise,
    tally: tallies.ofRule(assemblyPack, id),
    because: notApplicable.get(id),
  }));
}

type Fault = {
  readonly state: Finding['state'];
  readonly stack?: string;
  readonly logicalId?: string;
  readonly message: Text;
};

function resultsOf(check: Check, subject: CheckSubject): readonly (Exclude<CheckResult, Fault> | Fault)[] {
  try {
    return check.run(subject);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = { en: `${check.id} broke off: ${reason}`, ja: `${check.id} が途中で停止しました: ${reason}` };
    return [{ state: 'error', message }];
  }
}

function findingOf(check: Check, { state, stack: id, logicalId, message }: Fault, { assembly }: CheckSubject): Finding {
  const stack = assembly.stacks.find((candidate) => candidate.id === id);
  const place = logicalId === undefined ? undefined : stack?.places.get(logicalId);
  return {
    check: `${assemblyPack}::${check.id}`,
    pack: assemblyPack,
    severity: check.severity,
    state,
    stack: id,
    account: stack?.account,
    region: stack?.region,
    path: place?.path ?? id,
    logicalId,
    location: place?.location,
    title: message,
    why: check.why,
    fix: check.fix,
    assurance: check.assurance,
  };
}
