import { type Command, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import { promptKinds, promptLanguages } from './prompt';
import type { GuardrailTestOptions } from './run-guardrail-test';

const examples = `
Asks Amazon Bedrock's ApplyGuardrail, which calls no model: about $0.0004 a prompt.
Needs credentials that may call bedrock:ApplyGuardrail on the guardrail.

Examples:
  $ ishizue guardrail test --guardrail-id gr0example1 --guardrail-version 3
  $ ishizue guardrail test --guardrail-id gr0example1 --guardrail-version DRAFT \\
      --prompts our-prompts.yaml --minimum-recall 0.95 --json
  $ AWS_ENDPOINT_URL=http://127.0.0.1:4566 ishizue guardrail test …

Exit codes: 0 both minimums reached, 1 one missed, 2 a prompt not judged, 64 usage.
`;

/** Adds `test` to the command `ishizue guardrail`. */
export function registerGuardrailTest(guardrailCommand: Command, surroundings: CommandSurroundings): void {
  guardrailCommand
    .command('test')
    .summary('measure a guardrail with prompts in Japanese and English')
    .description('Measure a guardrail with harmless, harmful and hostile prompts in Japanese and English.')
    .requiredOption('--guardrail-id <id>', 'id or ARN of the guardrail')
    .requiredOption('--guardrail-version <version>', 'its version, or DRAFT')
    .option('--region <region>', 'where it is; the home region unless given')
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .option('--prompts <file>', 'YAML or JSON with prompts of your own')
    .addOption(new Option('--kind <kinds...>', 'only these').choices([...promptKinds]))
    .addOption(new Option('--prompt-language <language>', 'only prompts in this').choices([...promptLanguages]))
    .option('--minimum-precision <share>', 'share of interventions to be right', '0.9')
    .option('--minimum-recall <share>', 'share of what must be caught', '0.9')
    .option('--json', 'print JSON', false)
    .addOption(
      new Option('-l, --lang <language>', 'language of the report')
        .choices(['en', 'ja'])
        .default(surroundings.language),
    )
    .addHelpText('after', examples)
    .action(async (options: GuardrailTestOptions) => {
      // Loaded when it runs: the client of Amazon Bedrock takes a moment, and `--help` needs none.
      const { runGuardrailTest } = require('./run-guardrail-test') as typeof import('./run-guardrail-test');
      surroundings.setExitCode(await runGuardrailTest(options, surroundings.terminal));
    });
}
