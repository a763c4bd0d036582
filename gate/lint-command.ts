import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import { LINT_KINDS } from './lint/lint-kinds';

/** What the command needs of the process it runs in. */
export type PoliciesLintDependencies = Pick<
  CommandSurroundings,
  'configurationFile' | 'language' | 'version' | 'setExitCode'
> & { readonly terminal: Pick<CommandSurroundings['terminal'], 'writeOut' | 'writeError' | 'colors'> };

/** The options of the command line, unchecked. */
export interface PoliciesLintOptions {
  readonly kind: string;
  readonly slots?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly output?: string;
  readonly config: string;
  readonly lang: string;
}

const examples = `
Without paths: the policies of this project, as your configuration renders them.

Examples:
  $ ishizue policies lint
  $ ishizue policies lint policies/scp policies/rcp --slots 9
  $ ishizue policies lint boundary.json --kind identity --lang ja
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
    .option('-c, --config <file>', 'the organization whose policies are linted', dependencies.configurationFile)
    .option('-l, --lang <language>', 'language of the report: en, ja', dependencies.language)
    .option('--kind <kind>', `what the policies are: auto, ${LINT_KINDS.join(', ')}`, 'auto')
    .option('--slots <number>', 'policies of one kind that the target of a folder can take')
    .option('--strict', 'warnings count as findings')
    .option('--json', 'print JSON')
    .option('--sarif', 'print SARIF 2.1.0, for code scanning')
    .option('-o, --output <file>', 'write the report there and print a summary')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: PoliciesLintOptions) => {
      // Loaded when it runs: other commands start without the policies, the rules and the reference data.
      const { runLint } = require('./lint/run-lint') as typeof import('./lint/run-lint');
      dependencies.setExitCode(await runLint(paths, options, dependencies));
    });
}
