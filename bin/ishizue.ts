#!/usr/bin/env -S node --import tsx
import { Command, CommanderError, Option } from 'commander';
import type { GateDependencies } from '../gate/run-gate';
import { registerSuppressions } from '../gate/suppressions/suppressions-command';
import type { Terminal } from '../gate/terminal/terminal';
import { TemplateValidation } from '../nag/template-validation';
import { name, version } from '../package.json';

interface GateFlags {
  readonly config: string;
  readonly output: string;
  readonly waivers: string;
  readonly lang: 'en' | 'ja';
  readonly json: boolean;
  readonly strict: boolean;
  readonly date: string;
}

const exitCodes = `
Exit codes:
  0   nothing blocks
  1   findings that are neither repaired nor waived
  2   something could not be evaluated
  3   a waiver has expired or is wrong, or something is acknowledged without one
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

const gateExamples = `
Examples:
  $ ishizue gate                                    judge config/organization.ts
  $ ishizue gate --config acme.ts --output out      judge another organization
  $ ishizue gate --json | jq .verdict               for a pipeline
${exitCodes}`;

const { env } = process;
const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';

function program(): Command {
  const root = new Command(name)
    .description('A security baseline for AWS organizations that run Amazon Bedrock, as code.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows the commands and options)')
    .addHelpText('after', exitCodes);
  root
    .command('gate')
    .description('Build the whole organization offline, judge every resource, and write the reports.')
    .option('-c, --config <file>', 'the organization', env.ISHIZUE_CONFIG || 'config/organization.ts')
    .option('-o, --output <directory>', 'where the reports go', 'reports')
    .option('-w, --waivers <file>', 'the accepted findings', 'waivers.yaml')
    .addOption(
      new Option('-l, --lang <language>', 'language of what is printed')
        .choices(['en', 'ja'])
        .default(locale.startsWith('ja') ? 'ja' : 'en'),
    )
    .option('--json', 'print gate.json, and nothing else, to the standard output', false)
    .option('--strict', 'a waiver that accepts nothing blocks', false)
    .addOption(
      new Option('--date <day>', 'judge waivers as of this day')
        .default(new Date().toISOString().slice(0, 10))
        .hideHelp(),
    )
    .addHelpText('after', gateExamples)
    .action((flags: GateFlags) => {
      process.exitCode = gate(flags);
    });
  registerSuppressions(root.command('security-hub').description('What the project does in Security Hub.'), {
    terminal,
    configurationFile: env.ISHIZUE_CONFIG || 'config/organization.ts',
    language: locale.startsWith('ja') ? 'ja' : 'en',
    setExitCode: (code) => {
      process.exitCode = code;
    },
  });
  return root;
}

/** Each part is loaded when it is needed: the slowest starts first, and a mistake in the configuration is told before the CDK loads. */
function gate({ config, output, waivers, lang, json, strict, date }: GateFlags): number {
  // Otherwise CDK would start a second validator of its own.
  env.CDK_VALIDATION = 'false';
  const templateValidation = new TemplateValidation();
  const { loadOrganization } = require('../config/load-organization') as typeof import('../config/load-organization');
  const { runGate } = require('../gate/run-gate') as typeof import('../gate/run-gate');
  return runGate(
    {
      output,
      waivers,
      language: lang,
      json,
      strict,
      root: process.cwd(),
      meta: { tool: name, version, date },
    },
    { loadOrganization: () => loadOrganization(config), synthesize: synthesizeWith(templateValidation) },
    terminal,
  );
}

function synthesizeWith(templateValidation: TemplateValidation): GateDependencies['synthesize'] {
  return (organization, waive, onPhase) => {
    onPhase('building');
    const { organizationApp } = require('./app') as typeof import('./app');
    const { AssemblyDirectoryInUse, synthesize } = require('../nag/synthesize') as typeof import('../nag/synthesize');
    const { UsageError } = require('../gate/usage-error') as typeof import('../gate/usage-error');
    try {
      return synthesize((app) => organizationApp(organization, app), {
        outdir: 'cdk.out',
        facts: { governedRegions: organization.governedRegions },
        waive,
        templateValidation,
        onBuilt: () => onPhase('judging'),
      });
    } catch (error) {
      throw error instanceof AssemblyDirectoryInUse ? new UsageError(error.message) : error;
    }
  };
}

const terminal: Terminal = {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  colors: process.stdout.isTTY === true && !env.NO_COLOR,
  rewritesLines: process.stderr.isTTY === true,
  clock: () => performance.now(),
};

async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version were asked for; everything else is a mistake that commander has explained.
      process.exitCode = error.exitCode === 0 ? 0 : 64;
      return;
    }
    console.error(error);
    console.error(
      'This is a bug in ishizue, or in a change made to it. Nothing above is a judgement of your organization.',
    );
    process.exitCode = 70;
  }
}

void main(process.argv);
