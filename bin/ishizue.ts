#!/usr/bin/env -S node --import tsx
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { GateDependencies } from '../gate/run-gate';
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

interface AssistantFlags {
  readonly port: number;
  readonly lang: 'en' | 'ja';
  readonly fail: readonly ('model' | 'slack' | 'audit')[];
  readonly modelDelay: number;
  readonly json: boolean;
}

const assistantExamples = `
Examples:
  $ ishizue assistant local                         and paste what it prints
  $ ishizue assistant local --fail slack            an answer waits for Slack
  $ ishizue assistant local --json | jq .           for a script

Exit codes:
  0   ended by you
  64  a mistake in the options, or the port is taken
  70  a bug in ishizue`;

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
    .addOption(languageOption('language of what is printed'))
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
  root
    .command('assistant')
    .description('The Slack assistant.')
    .command('local')
    .description('Serve the assistant on this machine: no AWS account, no Slack, a scripted model.')
    .option('-p, --port <number>', 'where it listens; 0 for any that is free', wholeNumber(65_535), 3000)
    .addOption(languageOption('language of its own messages'))
    .addOption(
      new Option('--fail <parts...>', 'what is down').choices(['model', 'slack', 'audit']).default([], 'nothing'),
    )
    .option('--model-delay <ms>', 'how long the model takes', wholeNumber(600_000), 0)
    .option('--json', 'print one JSON object a line', false)
    .addHelpText('after', assistantExamples)
    .action(serveLocally);
  return root;
}

function languageOption(description: string): Option {
  return new Option('-l, --lang <language>', description)
    .choices(['en', 'ja'])
    .default(locale.startsWith('ja') ? 'ja' : 'en');
}

function wholeNumber(largest: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= largest) return value;
    throw new InvalidArgumentError(`It is not a whole number from 0 to ${largest}.`);
  };
}

async function serveLocally({ port, lang, fail, modelDelay, json }: AssistantFlags): Promise<void> {
  const { PortUnavailable, serveAssistant } =
    require('../local/serve-assistant') as typeof import('../local/serve-assistant');
  try {
    await serveAssistant({ port, language: lang, fail, modelDelay, json, write: terminal.writeOut });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error;
    terminal.writeError(`${error.message}\n`);
    process.exitCode = 64;
  }
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
