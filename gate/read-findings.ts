import type { Assembly } from './assembly';
import { locationOf } from './assembly-metadata';
import type { Evidence } from './evidence';
import { english, type Finding, type Severity } from './finding';
import { type NagJudgement, nagJudgements } from './nag-judgements';
import {
  namespaced,
  namespaceOf,
  type PluginReport,
  type ReportedConstruct,
  type ReportedSuppression,
  type ReportedViolation,
} from './validation-report';

/** A finding that CDK's report lists as acknowledged, with what was said about it. */
export interface AcknowledgedFinding {
  readonly finding: Finding;
  readonly acknowledgedId: string;
  readonly acknowledgedAt: string;
  readonly reason: string;
}

export interface ReadFindings {
  /** Everything that is wrong or cannot be judged, acknowledged or not. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** Findings of a pack that CDK's report does not show: a bare acknowledgement swallowed them. */
  readonly hidden: readonly Finding[];
}

/**
 * Findings from CDK's validation report, completed with what the packs recorded: which findings are rules that could not be
 * evaluated, and which ones the report does not show.
 *
 * @param root source locations are made relative to it
 */
export function readFindings(
  plugins: readonly PluginReport[],
  { packs }: Pick<Evidence, 'packs'>,
  assembly: Assembly,
  root: string,
): ReadFindings {
  const judgements = nagJudgements(packs);
  const places = new Map(assembly.stacks.map((stack) => [stack.id, stack]));
  const stackOfTemplate = new Map(assembly.stacks.map(({ id }) => [`${id}.template.json`, id]));
  const findings: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  const shown = new Set<string>();

  const placed = (finding: Finding): Finding => {
    const stack = places.get(finding.stack ?? '');
    const place = finding.logicalId === undefined ? undefined : stack?.places.get(finding.logicalId);
    return {
      ...finding,
      account: stack?.account,
      region: stack?.region,
      path: finding.path ?? place?.path,
      location: finding.location ?? place?.location,
    };
  };
  const findingsOf = (plugin: PluginReport, violation: ReportedViolation): Finding[] =>
    violation.violatingConstructs.map((construct) => {
      const check = namespaced(plugin.pluginName, violation.ruleName);
      const judgement = judgements.get(keyOf(check, construct.constructPath));
      shown.add(keyOf(check, construct.constructPath));
      const location = locationOf(
        construct.stackTraces?.flatMap((trace) => trace.split('\n')),
        root,
      );
      const stack = stackOf(construct, stackOfTemplate);
      return placed(
        judgement
          ? { ...findingOf(check, judgement), location }
          : { ...reportedFinding(plugin, violation, construct), check, stack, location },
      );
    });

  for (const plugin of plugins) {
    if (plugin.metadata?.error !== undefined && plugin.violations.length === 0) {
      findings.push(failedPlugin(plugin.pluginName, plugin.metadata.error));
    }
    for (const violation of plugin.violations) findings.push(...findingsOf(plugin, violation));
    for (const violation of plugin.suppressedViolations ?? []) {
      for (const finding of findingsOf(plugin, violation)) {
        findings.push(finding);
        acknowledged.push(acknowledgementOf(violation, finding));
      }
    }
  }
  const hidden = [...judgements]
    .filter(([key]) => !shown.has(key))
    .map(([, judgement]) => placed(findingOf(judgement.check, judgement)));
  return { findings: [...findings, ...hidden], acknowledged, hidden };
}

function findingOf(check: string, { pack, severity, state, resource, title, detail, why, fix }: NagJudgement): Finding {
  const { stack, path, logicalId } = resource;
  return { check, pack, severity, state, stack, path, logicalId, title, detail, why, fix, assurance: 'proved' };
}

function reportedFinding(
  { pluginName }: PluginReport,
  { description, severity, suggestedFix }: ReportedViolation,
  { constructPath, cloudFormationResource }: ReportedConstruct,
): Omit<Finding, 'check'> {
  return {
    pack: pluginName,
    severity: severityOf(severity),
    state: 'fail',
    path: constructPath === '' ? undefined : constructPath,
    logicalId: cloudFormationResource?.logicalId,
    title: english(description.trim()),
    fix: suggestedFix === undefined ? correctIt : english(suggestedFix.trim()),
    assurance: 'proved',
  };
}

const correctIt = {
  en: 'Correct the construct that makes it; CloudFormation would refuse it, or not do what it says.',
  ja: '作っているコンストラクトを直してください。CloudFormation が拒否するか、意図どおりに動きません。',
};

function failedPlugin(pack: string, error: string): Finding {
  return {
    check: `${namespaceOf(pack)}::could-not-run`,
    pack,
    severity: 'critical',
    state: 'error',
    title: {
      en: `${pack} broke off, so nothing it should have judged is known: ${error}`,
      ja: `${pack} が途中で停止したため、判定すべきものが何も分かりません: ${error}`,
    },
    fix: {
      en: 'Repair what the message names and run the gate again; no waiver can stand in for a check that did not run.',
      ja: 'メッセージが示す箇所を直して再実行してください。実行されなかった検査は、免除では代えられません。',
    },
    assurance: 'proved',
  };
}

function acknowledgementOf(violation: ReportedSuppression, finding: Finding): AcknowledgedFinding {
  return {
    finding,
    acknowledgedId: violation.acknowledgedId,
    acknowledgedAt: violation.acknowledgedAt ?? '(app)',
    reason: violation.reason ?? '',
  };
}

function severityOf(severity: string): Severity {
  if (severity === 'fatal') return 'critical';
  return severity === 'error' ? 'high' : 'medium';
}

function stackOf(
  { constructPath, cloudFormationResource }: ReportedConstruct,
  stackOfTemplate: ReadonlyMap<string, string>,
): string | undefined {
  const template = cloudFormationResource?.templatePath.split(/[\\/]/).at(-1);
  return stackOfTemplate.get(template ?? '') ?? (constructPath === '' ? undefined : constructPath.split('/')[0]);
}

function keyOf(check: string, path: string): string {
  return `${check}\n${path}`;
}
