import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';

interface CostFlags {
  readonly config: string;
  readonly lang: 'en' | 'ja';
  readonly json: boolean;
  readonly assume?: readonly string[];
}

const examples = `
Examples:
  $ ishizue cost                                    config/organization.ts
  $ ishizue cost --assume modelCalls=50000          with more model calls
  $ ishizue cost --assume roles=20-200 --json | jq .total

Exit codes:
  0   estimated; a budget that is exceeded is told, not judged
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

/** Adds the command `ishizue cost`. */
export function registerCost(root: Command, surroundings: CommandSurroundings): void {
  root
    .command('cost')
    .description('Estimate what the baseline costs in a month, before it is deployed.')
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed')
        .choices(['en', 'ja'])
        .default(surroundings.language),
    )
    .option(
      '-a, --assume <name=value>',
      'replace an assumption; may be repeated',
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option('--json', 'print the estimate as data, every figure with its price', false)
    .addHelpText('after', examples)
    .action(({ config, lang, json, assume = [] }: CostFlags) => {
      const { runCost } = require('./run-cost') as typeof import('./run-cost');
      const { loadOrganization } =
        require('../config/load-organization') as typeof import('../config/load-organization');
      const options = { language: lang, json, assume };
      surroundings.setExitCode(runCost(options, () => loadOrganization(config), surroundings.terminal));
    });
}
