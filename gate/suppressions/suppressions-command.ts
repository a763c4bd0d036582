import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../../terminal/command-surroundings';

interface Flags {
  readonly config: string;
  readonly waivers: string;
  readonly lang: 'en' | 'ja';
  readonly json: boolean;
  readonly apply: boolean;
  readonly date: string;
}

const examples = `
Examples:
  $ ishizue security-hub suppressions               show what would change
  $ ishizue security-hub suppressions --apply       change it

Exit codes:
  0   Security Hub is as the waivers ask, or was made so
  1   changes are pending
  2   Security Hub could not be asked
  3   the waivers are wrong
  64  a mistake in the options, the configuration or the account
  70  a bug in ishizue`;

/** Adds `suppressions` to the command `ishizue security-hub`. */
export function registerSuppressions(parent: Command, surroundings: CommandSurroundings): void {
  parent
    .command('suppressions')
    .summary('carry accepted findings from the waivers to Security Hub')
    .description(
      'Show the automation rules of Security Hub that the waivers ask for, and with --apply make them. Needs credentials of the audit account.',
    )
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .option('-w, --waivers <file>', 'the accepted findings', 'waivers.yaml')
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed')
        .choices(['en', 'ja'])
        .default(surroundings.language),
    )
    .option('--apply', 'make the changes, instead of showing them', false)
    .option('--json', 'print JSON, and nothing else, to the standard output', false)
    .addOption(
      new Option('--date <day>', 'judge waivers as of this day')
        .default(new Date().toISOString().slice(0, 10))
        .hideHelp(),
    )
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      surroundings.setExitCode(await run(flags, surroundings));
    });
}

/** The SDK, which takes a while to load, is loaded when the command runs. */
function run({ config, lang, ...flags }: Flags, { terminal }: CommandSurroundings): Promise<number> {
  const { SecurityHub } = require('@aws-sdk/client-securityhub') as typeof import('@aws-sdk/client-securityhub');
  const { loadOrganization } =
    require('../../config/load-organization') as typeof import('../../config/load-organization');
  const { runSuppressions } = require('./run-suppressions') as typeof import('./run-suppressions');
  return runSuppressions(
    { ...flags, language: lang },
    {
      loadOrganization: () => loadOrganization(config),
      securityHub: (region) =>
        new SecurityHub({ region, requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 } }),
    },
    terminal,
  );
}
