import { namesOf } from '../config/names';
import type { Organization } from '../config/resolve-organization';
import { summarizeAccounts } from './account-summaries';
import type { Assembly } from './assembly';
import { compare } from './assembly';
import { costNotices } from './cost-notices';
import type { Evidence } from './evidence';
import { type Finding, severities } from './finding';
import type { GateReport, HygieneProblem, PackSummary, ReportMeta } from './gate-report';
import { manualChecksOf, noticesOfManualChecks } from './manual-checks';
import { readFindings } from './read-findings';
import { assemblyPack, runChecks, summarizeChecks } from './run-checks';
import { countFindings, countPasses, Tallies } from './tallies';
import { namespaceOf, type PluginReport } from './validation-report';
import { verdictOf } from './verdict';
import { acknowledgementProblems, isLive, summarizeWaivers, waiverProblems } from './waiver-hygiene';
import type { Waiver } from './waivers';

/** Everything the gate judges. */
export interface GateInput {
  readonly organization: Organization;
  readonly evidence: Evidence;
  readonly assembly: Assembly;
  readonly plugins: readonly PluginReport[];
  readonly waivers: readonly Waiver[];
  /** Whether a waiver that accepts nothing blocks. */
  readonly strict: boolean;
  /** Source locations are relative to it. */
  readonly root: string;
  readonly meta: ReportMeta;
}

const validatorPack = 'CloudFormation Validate';
const annotationPack = 'Construct Annotations';

/** Judges one synthesis. Pure: reads no file and no clock; the same input gives the same report. */
export function judge(input: GateInput): GateReport {
  const { organization, evidence, assembly, plugins, waivers, strict, root, meta } = input;
  const names = namesOf(organization);
  const read = readFindings(plugins, evidence, assembly, root);
  const checked = runChecks({ assembly, organization, names });
  const findings = [...read.findings, ...checked.findings, ...notEvaluated(evidence)]
    .map((finding) => ({ ...finding, waiver: waiverFor(finding, waivers, meta.date) }))
    .sort(byImportance);

  const tallies = new Tallies();
  countPasses(tallies, evidence);
  countTemplates(tallies, assembly, findings, evidence);
  for (const { check, stack, state } of checked.results) tallies.add(assemblyPack, check, stack, state);
  countFindings(tallies, findings);

  const matches = new Map<string, number>();
  for (const { waiver } of findings) if (waiver) matches.set(waiver, (matches.get(waiver) ?? 0) + 1);
  const hygiene: HygieneProblem[] = [
    ...acknowledgementProblems(assembly.acknowledgements, read.acknowledged, read.hidden, waivers, meta.date),
    ...waiverProblems(waivers, matches, { today: meta.date, strict }),
  ];
  const packs = summarizePacks(evidence, plugins, tallies);
  const manual = manualChecksOf(organization.manualEvidence, meta.date);
  const resources = assembly.stacks.reduce((count, stack) => count + Object.keys(stack.resources).length, 0);
  return {
    schemaVersion: 1,
    verdict: verdictOf({ findings, hygiene, packs, stacks: assembly.stacks.length, resources }),
    organization: {
      name: organization.name,
      profile: organization.profile,
      homeRegion: organization.homeRegion,
      governedRegions: organization.governedRegions,
    },
    accounts: summarizeAccounts(organization, assembly, packs, tallies),
    packs,
    checks: summarizeChecks(checked, tallies),
    findings,
    waivers: summarizeWaivers(waivers, matches, meta.date),
    hygiene,
    manual,
    notices: [...costNotices(organization), ...noticesOfManualChecks(manual)],
    meta,
  };
}

/** Errors cannot be accepted: a check that broke off has looked at nothing. */
function waiverFor(finding: Finding, waivers: readonly Waiver[], today: string): string | undefined {
  if (finding.state === 'error') return undefined;
  return waivers.find((waiver) => isLive(waiver, today) && waiver.names({ ...finding, rule: finding.check }))?.id;
}

/** A pack that evaluated nothing has proved nothing. */
function notEvaluated({ packs, validator, assemblyDirectory: _directory }: Evidence): Finding[] {
  const idle = packs.filter(({ evaluations }) => evaluations === 0).map(({ pack }) => pack);
  if (!validator || validator.templates === 0) idle.push(validatorPack);
  return idle.map((pack) => ({
    check: `${namespaceOf(pack)}::evaluated-nothing`,
    pack,
    severity: 'critical',
    state: 'error',
    title: { en: `${pack} evaluated nothing`, ja: `${pack} は何も判定していません` },
    fix: {
      en: 'See that the app has resources and that the check is switched on.',
      ja: 'アプリにリソースがあり、検査が有効になっているか確認してください。',
    },
    assurance: 'proved',
  }));
}

/** The validator reports findings only; every other template passed. */
function countTemplates(
  tallies: Tallies,
  { stacks }: Assembly,
  findings: readonly Finding[],
  { validator }: Evidence,
): void {
  if (!validator || validator.templates !== stacks.length) return;
  const faulty = new Set(findings.filter(({ pack }) => pack === validatorPack).map(({ stack }) => stack));
  for (const { id } of stacks) if (!faulty.has(id)) tallies.add(validatorPack, 'template', id, 'passed');
}

function summarizePacks(
  { packs, validator }: Evidence,
  plugins: readonly PluginReport[],
  tallies: Tallies,
): PackSummary[] {
  const rulesOf = new Map<string, number>(packs.map(({ pack, rules }) => [pack, rules.length]));
  if (validator) rulesOf.set(validator.pack, validator.rules);
  const reported = plugins
    .map(({ pluginName }) => pluginName)
    .filter((name) => !rulesOf.has(name) && name !== annotationPack);
  return [...rulesOf.keys(), assemblyPack, annotationPack, ...reported].map((pack) => ({
    pack,
    rules: rulesOf.get(pack),
    tally: tallies.ofPack(pack),
    applied: tallies.appliedRules(pack),
  }));
}

/** What could not be known first, then by severity; findings that are accepted last; then by place, so that the order never moves. */
function byImportance(a: Finding, b: Finding): number {
  return (
    Number(a.waiver !== undefined) - Number(b.waiver !== undefined) ||
    Number(a.state === 'fail') - Number(b.state === 'fail') ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.check, b.check) ||
    compare(a.stack ?? '', b.stack ?? '') ||
    compare(a.path ?? '', b.path ?? '') ||
    compare(a.logicalId ?? '', b.logicalId ?? '') ||
    compare(a.title.en, b.title.en)
  );
}
