import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import type { ExplainOptions } from './explain-options';

const examples = `
Who asks (--as):
  a permission set        bedrock-developer, security-auditor, …
  a role of the baseline  bedrock-caller, assistant-worker, assistant-ingress
  anybody else            root, role/<name>, user/<name> or an ARN: give what it
                          may do with --identity-policy, or --allow-everything
                          to see the limits of the organization alone

A key that AWS always sends is assumed, and told. What nobody gave and decides
is told as lacking: the answer is then unknown. Not judged: whether the action
exists, KMS grants, access control lists and Block Public Access of Amazon S3,
VPC endpoint policies, and policies that others attach.

Examples:
  $ ishizue policies explain --account audit --as role/admin \\
      --allow-everything --action guardduty:DeleteDetector
  $ ishizue policies explain --account assistant --as bedrock-developer \\
      --action bedrock:InvokeModel --resource \\
      arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-oss-120b-1:0
  $ ishizue policies explain --account assistant --as role/app --json \\
      --identity-policy app.json --action kms:Decrypt \\
      --resource arn:aws:kms:us-east-1:444455556666:key/1 \\
      --resource-policy key.json --context kms:ResourceAliases=alias/app

Exit codes:
  0   allowed
  1   denied
  2   unknown: something decides that was not given
  64  a mistake in the options or in the configuration
  70  a bug in ishizue`;

const collect = (value: string, before: readonly string[] = []) => [...before, value];

/** Adds `explain` to the command `ishizue policies`. */
export function registerPoliciesExplain(policies: Command, surroundings: CommandSurroundings): void {
  policies
    .command('explain')
    .summary('would this principal be allowed this action, and which statement decides')
    .description(
      'Would this principal in this account be allowed this action on this resource, and which statement decides?',
    )
    .option('--account <name>', 'account of who asks, by its name in the configuration or its id')
    .option('--as <principal>', 'who asks')
    .option('--action <service:Action>', 'what is asked for')
    .option('--resource <arn>', 'on what; * for an action without resource', '*')
    .option('--resource-account <name>', 'account of the resource, where its ARN names none')
    .option('--context <key=value...>', 'condition keys of the request; a key twice has two values, `key=` is absent')
    .option('--identity-policy <file>', 'JSON policy of who asks; may be repeated', collect)
    .option('--managed-policy <name=file>', 'text of a managed policy of AWS; may be repeated', collect)
    .option('--permissions-boundary <file>', 'JSON permissions boundary in the place of the principal’s own')
    .option('--session-policy <file>', 'JSON session policy; may be repeated', collect)
    .option('--resource-policy <file>', 'JSON policy of the resource, key policy or trust policy')
    .option('--allow-everything', 'whoever asks has been given everything: only limits deny')
    .option('--region <region>', 'region of a role of the baseline')
    .option('-c, --config <file>', 'the organization', surroundings.configurationFile)
    .option('-l, --lang <language>', 'language of the answer: en, ja', surroundings.language)
    .option('--json', 'print the answer as data')
    .addHelpText('after', examples)
    .action((options: ExplainOptions) => {
      // Loaded when it runs: other commands start without the policies and the evaluator.
      const { runExplain } = require('./run-explain') as typeof import('./run-explain');
      surroundings.setExitCode(runExplain(options, surroundings.terminal));
    });
}
