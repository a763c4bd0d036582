import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';

interface DoctorFlags {
  readonly config: string;
  readonly lang?: 'en' | 'ja';
  readonly json: boolean;
}

const examples = `
Examples:
  $ AWS_PROFILE=management ishizue doctor           before the first deployment
  $ ishizue doctor --lang ja                        in Japanese
  $ ishizue doctor --json | jq .verdict             for a pipeline

It reads with the credentials of the management account and changes nothing.
Other accounts are read through the look-up role of their CDK bootstrap.

Exit codes:
  0   nothing blocks a deployment
  1   something blocks it
  2   something could not be found out, or there are no credentials
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

/** Adds the command `ishizue doctor`. */
export function registerDoctor(root: Command, surroundings: CommandSurroundings): void {
  root
    .command('doctor')
    .description('Ask AWS, read-only, what a deployment would adopt, create, skip or fail on.')
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed (default: of the configuration)').choices([
        'en',
        'ja',
      ]),
    )
    .option('--json', 'print the answers as JSON, and nothing else, to the standard output', false)
    .addHelpText('after', examples)
    .action(async (flags: DoctorFlags) => surroundings.setExitCode(await doctor(flags, surroundings)));
}

/** The clients of AWS are loaded when it runs: each takes a moment, and `--help` needs none. */
async function doctor(
  { config, lang, json }: DoctorFlags,
  { terminal, tool, version }: CommandSurroundings,
): Promise<number> {
  const { loadOrganization } = require('../config/load-organization') as typeof import('../config/load-organization');
  const { usualCredentials } = require('./credentials') as typeof import('./credentials');
  const { runDoctor } = require('./run-doctor') as typeof import('./run-doctor');
  return runDoctor(
    {
      language: lang,
      json,
      meta: { tool, version },
      loadOrganization: () => loadOrganization(config),
      connection: { credentials: usualCredentials() },
    },
    terminal,
  );
}
