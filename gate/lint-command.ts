import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { loadOrganization } from '../config/load-organization';
import { ConfigurationError } from '../config/mistakes';
import { policyFactsOf } from '../config/policy-facts';
import { organizationPolicies } from '../policies/catalogue';
import { type EmptyPath, findSources } from './lint/find-sources';
import { type LintOptions, type LintReport, type LintSource, lint } from './lint/lint';
import { packSources } from './lint/pack';
import { LINT_KINDS } from './lint/policy-under-lint';
import { jsonReport } from './lint/reports/json';
import { sarifReport } from './lint/reports/sarif';
import { type Language, summaryOf, textReport } from './lint/reports/text';

/** What the command needs of the process it runs in. */
export interface PoliciesLintDependencies {
  /** Configuration of the organization whose policies are linted when no path is given. */
  readonly configurationFile: string;
  /** Version of this project, for SARIF. */
  readonly version: string;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
  readonly setExitCode: (code: number) => void;
}

interface Options {
  readonly kind: string;
  readonly slots?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly output?: string;
  readonly language: string;
}

/** Nothing to report · findings · could not evaluate · the command line or a file it names is wrong. */
const exitCodes = { clean: 0, findings: 1, notEvaluated: 2, usage: 64 } as const;

const reasons: Readonly<Record<EmptyPath['reason'], string>> = {
  missing: 'no such file or folder. Correct the path',
  unreadable: 'cannot be read. Check its permissions',
  'no-json': 'no *.json in it or below. Name the folder that holds the policies',
};

const examples = `
Without paths: the policies of this project, as your configuration renders them.

Examples:
  $ ishizue policies lint
  $ ishizue policies lint policies/scp policies/rcp --slots 9
  $ ishizue policies lint boundary.json --kind identity --language ja
  $ ishizue policies lint . --sarif --output lint.sarif

Exit codes: 0 clean (warnings allowed), 1 findings, 2 could not evaluate, 64 usage.
`;

/** Adds `lint` to the command `ishizue policies`. */
export function registerPoliciesLint(policiesCommand: Command, dependencies: PoliciesLintDependencies): void {
  policiesCommand
    .command('lint')
    .summary('find what is wrong with IAM and organization policies')
    .description('Find what is wrong with IAM and organization policies: ours, or any JSON files and folders.')
    .argument('[paths...]', 'JSON files, or folders to search for *.json')
    .option('--kind <kind>', `what the policies are: auto, ${LINT_KINDS.join(', ')}`, 'auto')
    .option('--slots <number>', 'policies of one kind that the target of a folder can take')
    .option('--strict', 'warnings count as findings')
    .option('--json', 'print JSON')
    .option('--sarif', 'print SARIF 2.1.0, for code scanning')
    .option('--output <file>', 'write the report there and print a summary')
    .option('--language <language>', 'language of the report: en, ja', 'en')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      dependencies.setExitCode(await run(paths, options, dependencies));
    });
}

async function run(
  paths: readonly string[],
  options: Options,
  dependencies: PoliciesLintDependencies,
): Promise<number> {
  const { stdout, stderr, configurationFile } = dependencies;
  const mistakes = mistakesOf(options);
  if (mistakes.length > 0) {
    stderr.write(`${mistakes.map((mistake) => `error: ${mistake}`).join('\n')}\n`);
    return exitCodes.usage;
  }
  let found: { sources: LintSource[]; empty: EmptyPath[] };
  try {
    found = paths.length === 0 ? { sources: ownSources(configurationFile), empty: [] } : findSources(paths);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    stderr.write(`${error.message}\n`);
    return exitCodes.usage;
  }
  const report = await lint(found.sources, lintOptions(options));
  for (const { path, reason } of found.empty) stderr.write(`error: ${path}: ${reasons[reason]}\n`);
  for (const file of report.withoutPolicy) {
    stderr.write(`error: ${file}: holds no policy. A policy has a Version and a Statement; name another file\n`);
  }
  const nothing = report.files.length === 0;
  if (nothing && found.empty.length === 0 && report.withoutPolicy.length === 0) {
    stderr.write(`error: ${paths.join(', ')}: no policy in any file. Name the folder that holds the policies\n`);
  }
  const language = options.language as Language;
  const color = stdout.isTTY === true && options.output === undefined;
  const text = render(report, options, language, color, dependencies.version);
  if (options.output === undefined) stdout.write(text);
  else {
    const problem = save(options.output, text);
    if (problem !== undefined) {
      stderr.write(`error: --output ${options.output}: ${problem}. Name a file in a folder you may write to\n`);
      return exitCodes.usage;
    }
    stdout.write(`${summaryOf(report, language)}\n`);
  }
  if (nothing || found.empty.length > 0 || report.withoutPolicy.length > 0) return exitCodes.notEvaluated;
  const counts = report.findings.some(({ severity }) => severity === 'error' || options.strict === true);
  return counts ? exitCodes.findings : exitCodes.clean;
}

/** Everything wrong with the options, at once. */
function mistakesOf({ kind, slots, json, sarif, language }: Options): string[] {
  const kinds = ['auto', ...LINT_KINDS];
  const mistakes: string[] = [];
  if (!kinds.includes(kind)) mistakes.push(`--kind ${kind}: no such kind. Use one of ${kinds.join(', ')}`);
  if (slots !== undefined && !/^([1-9]|10)$/.test(slots)) {
    mistakes.push(
      `--slots ${slots}: not a number of slots. Use 1 to 10: a target takes 10 SCPs or 5 RCPs, AWS's own included`,
    );
  }
  if (language !== 'en' && language !== 'ja') mistakes.push(`--language ${language}: no such language. Use en or ja`);
  if (json === true && sarif === true) mistakes.push('--json and --sarif exclude each other. Use one of them');
  return mistakes;
}

function lintOptions({ kind, slots }: Options): LintOptions {
  const given = LINT_KINDS.find((name) => name === kind);
  return { ...(given === undefined ? {} : { kind: given }), ...(slots === undefined ? {} : { slots: Number(slots) }) };
}

function ownSources(configurationFile: string): LintSource[] {
  return packSources(organizationPolicies, policyFactsOf(loadOrganization(configurationFile)));
}

function render(
  report: LintReport,
  { json, sarif }: Options,
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
    return error instanceof Error && 'code' in error ? `cannot be written (${String(error.code)})` : String(error);
  }
}
