import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadOrganization } from '../../config/load-organization';
import { ConfigurationError } from '../../config/mistakes';
import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { permissionsBoundaryFactsOf } from '../../config/permissions-boundary-facts';
import { policyFactsOf } from '../../config/policy-facts';
import { policyRolloutOf } from '../../config/policy-rollout';
import { organizationPolicies } from '../../policies/catalogue';
import { CompositionError } from '../../policies/composition-error';
import { permissionSets } from '../../policies/permission-sets';
import { permissionsBoundary } from '../../policies/permissions-boundary';
import { rollOutPolicies } from '../../policies/rollout';
import type { PoliciesLintDependencies, PoliciesLintOptions } from '../lint-command';
import { type EmptyPath, findSources } from './find-sources';
import { type LintOptions, type LintReport, type LintSource, lint } from './lint';
import { LINT_KINDS } from './lint-kinds';
import { identitySource, packSources, permissionSetSources } from './pack';
import { jsonReport } from './report/json';
import { sarifReport } from './report/sarif';
import { type Language, summaryOf, textReport } from './report/text';
import { systemErrorCode } from './system-error';

/** Nothing to report · findings · could not evaluate · the command line or a file it names is wrong. */
const exitCodes = { clean: 0, findings: 1, notEvaluated: 2, usage: 64 } as const;

const reasons: Readonly<Record<EmptyPath['reason'], string>> = {
  missing: 'no such file or folder. Correct the path',
  unreadable: 'cannot be read. Check its permissions',
  'no-json': 'no *.json in it or below. Name the folder that holds the policies',
};

/** Lints what the command line names, or the pack; prints or writes the report and answers the exit code. */
export async function runLint(
  paths: readonly string[],
  options: PoliciesLintOptions,
  dependencies: PoliciesLintDependencies,
): Promise<number> {
  const { terminal, version } = dependencies;
  const mistakes = mistakesOf(options);
  if (mistakes.length > 0) {
    terminal.writeError(`${mistakes.map((mistake) => `error: ${mistake}`).join('\n')}\n`);
    return exitCodes.usage;
  }
  let found: { sources: LintSource[]; empty: EmptyPath[] };
  try {
    found = paths.length === 0 ? { sources: ownSources(options.config), empty: [] } : findSources(paths);
  } catch (error) {
    if (error instanceof ConfigurationError) terminal.writeError(`${error.message}\n`);
    else if (error instanceof CompositionError) terminal.writeError(`${options.config}: ${error.message}\n`);
    else throw error;
    return exitCodes.usage;
  }
  const report = await lint(found.sources, lintOptions(options));
  for (const { path, reason } of found.empty) terminal.writeError(`error: ${path}: ${reasons[reason]}\n`);
  for (const file of report.withoutPolicy) {
    terminal.writeError(`error: ${file}: holds no policy. A policy has a Version and a Statement; name another file\n`);
  }
  const nothing = report.files.length === 0;
  if (nothing && found.empty.length === 0 && report.withoutPolicy.length === 0) {
    terminal.writeError(`error: ${paths.join(', ')}: no policy in any file. Name the folder that holds the policies\n`);
  }
  const language = options.lang as Language;
  const color = terminal.colors && options.output === undefined;
  const text = render(report, options, language, color, version);
  if (options.output === undefined) terminal.writeOut(text);
  else {
    const problem = save(options.output, text);
    if (problem !== undefined) {
      terminal.writeError(`error: --output ${options.output}: ${problem}. Name a file in a folder you may write to\n`);
      return exitCodes.usage;
    }
    terminal.writeOut(`${summaryOf(report, language)}\n`);
  }
  if (nothing || found.empty.length > 0 || report.withoutPolicy.length > 0) return exitCodes.notEvaluated;
  const counts = report.findings.some(({ severity }) => severity === 'error' || options.strict === true);
  return counts ? exitCodes.findings : exitCodes.clean;
}

/** Everything wrong with the options, at once. */
function mistakesOf({ kind, slots, json, sarif, lang }: PoliciesLintOptions): string[] {
  const kinds = ['auto', ...LINT_KINDS];
  const mistakes: string[] = [];
  if (!kinds.includes(kind)) mistakes.push(`--kind ${kind}: no such kind. Use one of ${kinds.join(', ')}`);
  if (slots !== undefined && !/^([1-9]|10)$/.test(slots)) {
    mistakes.push(
      `--slots ${slots}: not a number of slots. Use 1 to 10: a target takes 10 SCPs or 5 RCPs, AWS's own included`,
    );
  }
  if (lang !== 'en' && lang !== 'ja') mistakes.push(`--lang ${lang}: no such language. Use en or ja`);
  if (json === true && sarif === true) mistakes.push('--json and --sarif exclude each other. Use one of them');
  return mistakes;
}

function lintOptions({ kind, slots }: PoliciesLintOptions): LintOptions {
  const given = LINT_KINDS.find((name) => name === kind);
  return { ...(given === undefined ? {} : { kind: given }), ...(slots === undefined ? {} : { slots: Number(slots) }) };
}

function ownSources(configurationFile: string): LintSource[] {
  const organization = loadOrganization(configurationFile);
  const facts = policyFactsOf(organization);
  // Whether the policies fit the quotas is a matter of all of them together: throws when they do not.
  rollOutPolicies(organizationPolicies, facts, policyRolloutOf(organization));
  return [
    ...packSources(organizationPolicies, facts),
    ...permissionSetSources(permissionSets, permissionSetFactsOf(organization)),
    identitySource('policies/permissions-boundary.ts', permissionsBoundary(permissionsBoundaryFactsOf(organization))),
  ];
}

function render(
  report: LintReport,
  { json, sarif }: PoliciesLintOptions,
  language: Language,
  color: boolean,
  version: string,
): string {
  if (json === true) return jsonReport(report);
  if (sarif === true) return sarifReport(report, language, version);
  return textReport(report, language, color);
}

/** Writes the whole file or nothing; answers what went wrong. */
function save(file: string, text: string): string | undefined {
  const draft = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
    return undefined;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return `cannot be written (${code})`;
  }
}
