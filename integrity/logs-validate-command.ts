import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import { validateHelp } from './validate-help';
import type { ValidateLogsOptions } from './validate-logs';

/** Adds `validate` to the command `ishizue logs`. */
export function registerLogsValidate(logs: Command, surroundings: CommandSurroundings): void {
  logs
    .command('validate')
    .description('Prove that log files are what CloudTrail delivered, by its signed digests.')
    .argument('<place>', 'folder that mirrors the bucket of the trail, or s3://bucket/prefix')
    .option('--from <day>', 'digests that end after this day or moment, in UTC (default: the oldest)')
    .option('--to <day>', 'digests that end until this day or moment, in UTC (default: the newest)')
    .option('-k, --keys <file>', 'public keys as aws cloudtrail list-public-keys prints them (default: ask CloudTrail)')
    .option('-b, --bucket <name>', 'the bucket that a folder mirrors (default: the one most digests name)')
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed')
        .choices(['en', 'ja'])
        .default(surroundings.language),
    )
    .option('--json', 'print the result as JSON, and nothing else, to the standard output', false)
    .addHelpText('after', validateHelp)
    .action(async (place: string, flags: ValidateLogsOptions) => {
      // Loaded when it runs: the clients of AWS take a moment, and `--help` needs none.
      const { validateLogs } = require('./validate-logs') as typeof import('./validate-logs');
      const { tool, version, terminal, region = 'us-east-1' } = surroundings;
      surroundings.setExitCode(await validateLogs(place, flags, region, { tool: `${tool} ${version}`, terminal }));
    });
}
