import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';

/** The options of the command line. */
export interface GateFlags {
  readonly config: string;
  readonly output: string;
  readonly waivers: string;
  readonly lang: 'en' | 'ja';
  readonly json: boolean;
  readonly strict: boolean;
  readonly date: string;
}

export interface GateCommandDependencies extends CommandSurroundings {
  /** Runs the gate and answers the exit code. Given from outside: the gate does not know the CDK. */
  readonly runGate: (flags: GateFlags) => number;
}

const examples = `
Examples:
  $ ishizue gate                                    judge config/organization.ts
  $ ishizue gate --config acme.ts --output out      judge another organization
  $ ishizue gate --json | jq .verdict               for a pipeline

Exit codes:
  0   nothing blocks
  1   findings that are neither repaired nor waived
  2   something could not be evaluated
  3   a waiver has expired or is wrong, or something is acknowledged without one
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

/** Adds the command `ishizue gate`. */
export function registerGate(root: Command, dependencies: GateCommandDependencies): void {
  root
    .command('gate')
    .description('Build the whole organization offline, judge every resource, and write the reports.')
    .option('-c, --config <file>', 'the organization', dependencies.configurationFile)
    .option('-o, --output <directory>', 'where the reports go', 'reports')
    .option('-w, --waivers <file>', 'the accepted findings', 'waivers.yaml')
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed')
        .choices(['en', 'ja'])
        .default(dependencies.language),
    )
    .option('--json', 'print gate.json, and nothing else, to the standard output', false)
    .option('--strict', 'a waiver that accepts nothing blocks', false)
    .addOption(
      new Option('--date <day>', 'judge waivers as of this day')
        .default(new Date().toISOString().slice(0, 10))
        .hideHelp(),
    )
    .addHelpText('after', examples)
    .action((flags: GateFlags) => dependencies.setExitCode(dependencies.runGate(flags)));
}
