#!/usr/bin/env -S node --import tsx
import { Command, CommanderError } from 'commander';
import type { GateFlags } from '../gate/gate-command';
import type { GateDependencies } from '../gate/run-gate';
import { TemplateValidation } from '../nag/template-validation';
import { name, version } from '../package.json';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import type { Terminal } from '../terminal/terminal';

const { env } = process;
// The AWS SDK would tell whoever runs a command on Node.js 20 that its versions of 2027 need 22. The versions here are exact.
env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';

// A reader that has seen enough, such as head, closes the pipe. What is left is not printed, and the exit code stays the verdict.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const terminal: Terminal = {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  colors: process.stdout.isTTY === true && !env.NO_COLOR,
  rewritesLines: process.stderr.isTTY === true,
  clock: () => performance.now(),
};

const surroundings: CommandSurroundings = {
  terminal,
  tool: name,
  version,
  configurationFile: env.ISHIZUE_CONFIG || 'config/organization.ts',
  language: locale.startsWith('ja') ? 'ja' : 'en',
  ...(env.AWS_REGION && { region: env.AWS_REGION }),
  setExitCode: (code) => {
    process.exitCode = code;
  },
};

type Register = (root: Command) => void;

/** What each word after `ishizue` adds to the program. Only the word that is used is loaded: no command waits for another. */
const commands: Readonly<Record<string, Register>> = {
  gate: (root) => {
    const { registerGate } = require('../gate/gate-command') as typeof import('../gate/gate-command');
    registerGate(root, { ...surroundings, runGate: gate });
  },
  doctor: (root) => {
    const { registerDoctor } = require('../doctor/doctor-command') as typeof import('../doctor/doctor-command');
    registerDoctor(root, surroundings);
  },
  cost: (root) => {
    const { registerCost } = require('../cost/cost-command') as typeof import('../cost/cost-command');
    registerCost(root, surroundings);
  },
  policies: (root) => {
    const policies = root.command('policies').description('What the policies say, and what is wrong with them.');
    const { registerPoliciesLint } = require('../gate/lint-command') as typeof import('../gate/lint-command');
    registerPoliciesLint(policies, surroundings);
    const { registerPoliciesExplain } =
      require('../explain/explain-command') as typeof import('../explain/explain-command');
    registerPoliciesExplain(policies, surroundings);
    const { registerPoliciesTable } =
      require('../explain/table/table-command') as typeof import('../explain/table/table-command');
    registerPoliciesTable(policies, surroundings);
  },
  logs: (root) => {
    const logs = root.command('logs').description('Ask the log archive whether it can be trusted.');
    const { registerLogsValidate } =
      require('../integrity/logs-validate-command') as typeof import('../integrity/logs-validate-command');
    registerLogsValidate(logs, surroundings);
  },
  audit: (root) => {
    const audit = root.command('audit').description('Ask the logs of Amazon Bedrock.');
    const { registerAuditWhoAsked } =
      require('../who-asked/who-asked-command') as typeof import('../who-asked/who-asked-command');
    registerAuditWhoAsked(audit, surroundings);
  },
  assistant: (root) => {
    const assistant = root.command('assistant').description('The Slack assistant.');
    const { registerAssistantLocal } =
      require('../local/assistant-local-command') as typeof import('../local/assistant-local-command');
    registerAssistantLocal(assistant, surroundings);
  },
  guardrail: (root) => {
    const guardrail = root.command('guardrail').description('How well a guardrail tells good from bad.');
    const { registerGuardrailTest } =
      require('../guardrail/guardrail-test-command') as typeof import('../guardrail/guardrail-test-command');
    registerGuardrailTest(guardrail, surroundings);
  },
  'security-hub': (root) => {
    const securityHub = root.command('security-hub').description('What the project does in Security Hub.');
    const { registerSuppressions } =
      require('../gate/suppressions/suppressions-command') as typeof import('../gate/suppressions/suppressions-command');
    registerSuppressions(securityHub, surroundings);
  },
};

const exitCodes = `
Exit codes:
  0   as it should be
  1   findings
  2   something could not be evaluated
  3   gate: a waiver is expired or wrong, or an acknowledgement has none
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

function program(argv: readonly string[]): Command {
  const root = new Command(name)
    .description('A security baseline for AWS organizations that run Amazon Bedrock, as code.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows the commands and options)')
    .addHelpText('after', exitCodes);
  const [word = ''] = argv.slice(2);
  const used = Object.hasOwn(commands, word) ? [commands[word] as Register] : Object.values(commands);
  for (const register of used) register(root);
  return root;
}

/** Each part is loaded when it is needed: a mistake in the configuration is told before the CDK loads. */
function gate({ config, output, waivers, lang, json, strict, date }: GateFlags): number {
  // Otherwise CDK would start a second validator of its own.
  env.CDK_VALIDATION = 'false';
  // A rule of cdk-nag reads a property that CDK has deprecated. `cdk synth` still tells of what our own code uses.
  env.JSII_DEPRECATED = 'quiet';
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
    { loadOrganization: () => loadOrganization(config), synthesize: synthesizeFrom(config) },
    terminal,
  );
}

function synthesizeFrom(config: string): GateDependencies['synthesize'] {
  return (organization, waive, onPhase) => {
    // Before everything else: its engine takes as long to start as the organization takes to build.
    const templateValidation = new TemplateValidation();
    onPhase('building');
    const { organizationApp } = require('./app') as typeof import('./app');
    const { AssemblyDirectoryInUse, synthesize } = require('../nag/synthesize') as typeof import('../nag/synthesize');
    const { UsageError } = require('../gate/usage-error') as typeof import('../gate/usage-error');
    const { CompositionError } =
      require('../policies/composition-error') as typeof import('../policies/composition-error');
    try {
      return synthesize((app) => organizationApp(organization, app), {
        outdir: 'cdk.out',
        facts: { governedRegions: organization.governedRegions },
        waive,
        templateValidation,
        onBuilt: () => onPhase('judging'),
      });
    } catch (error) {
      if (error instanceof AssemblyDirectoryInUse) throw new UsageError(error.message);
      if (error instanceof CompositionError) throw new UsageError(`${config}: ${error.message}`);
      throw error;
    }
  };
}

async function main(argv: readonly string[]): Promise<void> {
  try {
    await program(argv).parseAsync([...argv]);
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
