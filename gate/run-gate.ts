import { basename, relative, resolve } from 'node:path';
import { ConfigurationError } from '../config/mistakes';
import type { Organization } from '../config/resolve-organization';
import type { Terminal } from '../terminal/terminal';
import { type Assembly, readAssembly } from './assembly';
import type { Evidence } from './evidence';
import type { GateReport, ReportMeta } from './gate-report';
import { judge } from './judge';
import { renderHtml } from './report/gate-html';
import { renderJson } from './report/gate-json';
import { nagCsvName, renderNagCsv } from './report/nag-csv';
import { writeFiles } from './report/write-files';
import { type Phase, Progress } from './terminal/progress';
import { renderSummary } from './terminal/summary';
import { UsageError } from './usage-error';
import { type PluginReport, readValidationReport } from './validation-report';
import { isLive } from './waiver-hygiene';
import { isDay } from './waiver-life';
import { loadWaivers, type Waivable, type Waiver, WaiverMistakes, waiversFor } from './waivers';

export interface GateOptions {
  /** Directory of the reports. */
  readonly output: string;
  /** File of the waivers. */
  readonly waivers: string;
  readonly language: 'en' | 'ja';
  /** Print gate.json instead of the summary. */
  readonly json: boolean;
  /** Whether a waiver that accepts nothing blocks. */
  readonly strict: boolean;
  /** Source locations are relative to it. */
  readonly root: string;
  readonly meta: ReportMeta;
}

/** What the gate needs and does not know how to do. */
export interface GateDependencies {
  loadOrganization(): Organization;
  /** Synthesizes once and judges with every plug-in. `waive` answers which waiver accepts a finding. */
  synthesize(
    organization: Organization,
    waive: (finding: Waivable) => { readonly id: string; readonly reason: string } | undefined,
    onPhase: (phase: Phase) => void,
  ): Evidence;
}

/**
 * Runs the gate and answers the exit code of the process: 0 nothing blocking · 1 findings · 2 could not evaluate · 3 waiver hygiene ·
 * 64 a mistake of the caller. Anything else that is thrown is our bug and passes through.
 */
export function runGate(options: GateOptions, dependencies: GateDependencies, terminal: Terminal): number {
  const progress = new Progress(terminal, options.language);
  try {
    return judgeAndReport(options, dependencies, terminal, progress);
  } catch (error) {
    progress.finish();
    const exitCode = exitCodeOf(error);
    if (exitCode === undefined || !(error instanceof Error)) throw error;
    terminal.writeError(`${error.message}\n`);
    return exitCode;
  }
}

function judgeAndReport(
  options: GateOptions,
  dependencies: GateDependencies,
  terminal: Terminal,
  progress: Progress,
): number {
  const { language, root, strict, meta } = options;
  progress.start('loading');
  if (!isDay(meta.date))
    throw new UsageError(`--date: is not a day of the calendar, got "${meta.date}"; write it as YYYY-MM-DD`);
  const organization = dependencies.loadOrganization();
  const written = loadWaivers(options.waivers, meta.date, nameIn(root, options.waivers));
  const waivers = waiversFor(organization.profile, written);
  const evidence = dependencies.synthesize(organization, waiveWith(waivers, meta.date), (phase) =>
    progress.start(phase),
  );
  const { assembly, plugins } = readEvidence(evidence, root);
  const report = judge({ organization, evidence, assembly, plugins, waivers, strict, root, meta });
  progress.start('reporting');
  const json = renderJson(report);
  write(options.output, {
    'gate.json': json,
    'gate.html': renderHtml(report, language),
    ...csvFiles(evidence, report, waivers),
  });
  progress.finish();
  const page = `${options.output.replace(/\/+$/, '')}/gate.html`;
  terminal.writeOut(options.json ? json : renderSummary(report, language, page, terminal.colors));
  return report.verdict.exitCode;
}

/** A report must not tell where on a machine it was made. */
function nameIn(root: string, file: string): string {
  const path = relative(root, resolve(root, file));
  return path.startsWith('..') ? basename(file) : path;
}

/** Thrown when there is nothing that could be judged. */
class NotEvaluated extends Error {
  override readonly name = 'NotEvaluated';
}

function readEvidence(
  { assemblyDirectory }: Evidence,
  root: string,
): { assembly: Assembly; plugins: readonly PluginReport[] } {
  try {
    return { assembly: readAssembly(assemblyDirectory, root), plugins: readValidationReport(assemblyDirectory) };
  } catch (error) {
    throw new NotEvaluated(`Could not evaluate: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof ConfigurationError || error instanceof UsageError) return 64;
  if (error instanceof WaiverMistakes) return 3;
  return error instanceof NotEvaluated ? 2 : undefined;
}

/** Only waivers that live on the day may accept anything. Each question costs one test per waiver, so thousands of findings are fine. */
function waiveWith(waivers: readonly Waiver[], today: string): Parameters<GateDependencies['synthesize']>[1] {
  const live = waivers.filter((waiver) => isLive(waiver, today));
  return (finding) => {
    const waiver = live.find((candidate) => candidate.names(finding));
    return waiver && { id: waiver.id, reason: waiver.reason.en };
  };
}

function csvFiles({ packs }: Evidence, { findings }: GateReport, waivers: readonly Waiver[]): Record<string, string> {
  return Object.fromEntries(packs.map((pack) => [nagCsvName(pack.pack), renderNagCsv(pack, findings, waivers)]));
}

function write(directory: string, files: Readonly<Record<string, string>>): void {
  try {
    writeFiles(directory, files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--output: cannot be written, got "${directory}"; ${reason}. Name a directory you may write to`,
    );
  }
}
