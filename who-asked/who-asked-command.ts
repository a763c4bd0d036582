import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import { outcomes } from './outcomes';
import type { WhoAskedFlags } from './request';
import { whoAskedHelp } from './who-asked-help';

/** Adds `who-asked` to the command `ishizue audit`. */
export function registerAuditWhoAsked(audit: Command, surroundings: CommandSurroundings): void {
  audit
    .command('who-asked')
    .summary('who asked what and when, and what went around the assistant')
    .description('Who asked Amazon Bedrock what and when, with what outcome, and which calls say nobody who asked.')
    .option('-w, --workload <name>', 'the workload (default: the only one)')
    .option('--region <region>', 'one of its regions (default: all)')
    .option('-u, --user <ids...>', 'only these Slack users, by id')
    .option('--channel <ids...>', 'only these Slack channels, by id')
    .option('-m, --model <ids...>', 'only these models or inference profiles')
    .addOption(new Option('-o, --outcome <outcomes...>', 'only these').choices([...outcomes]))
    .option('--from <day>', 'from this day or moment on (default: 24 hours before the end)')
    .option('--to <day>', 'to the end of this day, or before this moment (default: now)')
    .option('--time-zone <name>', 'of days and moments, such as Asia/Tokyo', 'UTC')
    .option('--text', 'also read what was asked and answered', false)
    .option('--unmask', 'with --text: also what is masked', false)
    .option('--json', 'print JSON', false)
    .option('--csv', 'print CSV', false)
    .option('--excel', 'print CSV that Excel opens as it is', false)
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .addOption(
      new Option('-l, --lang <language>', 'language of the table').choices(['en', 'ja']).default(surroundings.language),
    )
    .addHelpText('after', whoAskedHelp)
    .action(async (flags: WhoAskedFlags) => {
      // Loaded when it runs: the client of AWS takes a moment, and `--help` needs none.
      const { whoAsked } = require('./who-asked') as typeof import('./who-asked');
      const { usualCredentials } = require('../doctor/credentials') as typeof import('../doctor/credentials');
      surroundings.setExitCode(await whoAsked(flags, surroundings, { credentials: usualCredentials() }));
    });
}
