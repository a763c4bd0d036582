import type { Command } from 'commander';
import type { CommandSurroundings } from '../../terminal/command-surroundings';
import type { TableOptions } from './run-table';

const examples = `
Each question is asked in each account by an administrator who has been given
everything: "no" is what the organization denies, whoever governs the account.
Workload accounts with equal answers stand together, and \`ishizue policies
explain\` tells how a single answer comes about.

Examples:
  $ ishizue policies table
  $ ishizue policies table --lang ja --markdown > table.md
  $ ishizue policies table --json | jq '.questions[] | {id, answers}'

Exit codes:
  0   told, whatever the answers are
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

/** Adds `table` to the command `ishizue policies`. */
export function registerPoliciesTable(policies: Command, surroundings: CommandSurroundings): void {
  policies
    .command('table')
    .summary('what the organization denies in each account, question by question')
    .description('What the organization denies in each account: the questions a security officer asks.')
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .option('-l, --lang <language>', 'language of the table: en, ja', surroundings.language)
    .option('--json', 'print the table as data')
    .option('--markdown', 'print the table in Markdown')
    .addHelpText('after', examples)
    .action((options: TableOptions) => {
      // Loaded when it runs: other commands start without the policies and the evaluator.
      const { runTable } = require('./run-table') as typeof import('./run-table');
      surroundings.setExitCode(runTable(options, surroundings.terminal));
    });
}
