import { ApplyGuardrailCommand, BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Command, Option } from 'commander';
import { loadOrganization } from '../config/load-organization';
import { ConfigurationError } from '../config/mistakes';
import type { CommandSurroundings } from '../terminal/command-surroundings';
import type { Terminal } from '../terminal/terminal';
import { askGuardrail } from './ask-guardrail';
import { guardrailReport, renderGuardrailReport } from './guardrail-report';
import { loadPrompts, PromptMistakes } from './load-prompts';
import { type PromptKind, type PromptLanguage, promptKinds, promptLanguages } from './prompt';
import { promptCatalogue } from './prompt-catalogue';

interface Options {
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  readonly region?: string;
  readonly config: string;
  readonly prompts?: string;
  readonly kind?: readonly PromptKind[];
  readonly promptLanguage?: PromptLanguage;
  readonly minimumPrecision: string;
  readonly minimumRecall: string;
  readonly json: boolean;
  readonly lang: 'en' | 'ja';
}

const usage = 64;

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
    .action(async (options: Options) => {
      surroundings.setExitCode(await run(options, surroundings.terminal));
    });
}

async function run(options: Options, terminal: Terminal): Promise<number> {
  const mistakes = mistakesOf(options);
  if (mistakes.length > 0) return fail(terminal, mistakes.join('\n'), usage);
  let prompts: ReturnType<typeof loadPrompts>;
  let region: string;
  try {
    prompts = chosen(options.prompts === undefined ? promptCatalogue : loadPrompts(options.prompts), options);
    region = options.region ?? loadOrganization(options.config).homeRegion;
  } catch (error) {
    if (error instanceof PromptMistakes || error instanceof ConfigurationError)
      return fail(terminal, error.message, usage);
    throw error;
  }
  if (prompts.length === 0)
    return fail(terminal, '--kind, --prompt-language: leave no prompt over. Ask for more', usage);

  // The client's own handler speaks HTTP/2 only, which the endpoints people test with do not.
  const requestHandler = new NodeHttpHandler({ requestTimeout: 30_000, throwOnRequestTimeout: true });
  const client = new BedrockRuntimeClient({ region, requestHandler, maxAttempts: 6 });
  const problem = await credentialsProblem(client);
  if (problem !== undefined) return fail(terminal, problem, 2);
  let judged = 0;
  const guardrail = { guardrailId: options.guardrailId, version: options.guardrailVersion };
  const judgements = await askGuardrail(
    prompts,
    guardrail,
    (input) => client.send(new ApplyGuardrailCommand(input)),
    () => {
      judged += 1;
      if (terminal.rewritesLines) terminal.writeError(`\r  ${judged} / ${prompts.length}`);
    },
  );
  if (terminal.rewritesLines) terminal.writeError('\r\u001b[K');
  client.destroy();
  const report = guardrailReport({ ...guardrail, region }, judgements, {
    precision: Number(options.minimumPrecision),
    recall: Number(options.minimumRecall),
  });
  terminal.writeOut(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderGuardrailReport(report, options.lang, terminal.colors),
  );
  return report.exitCode;
}

/** Asked once before the first prompt; otherwise every prompt would wait for the same missing credentials. */
async function credentialsProblem(client: BedrockRuntimeClient): Promise<string | undefined> {
  try {
    await client.config.credentials();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') throw error;
    return `No credentials: ${error.message}. Sign in to the workload account, for instance with \`aws sso login\`, and name it in AWS_PROFILE`;
  }
}

function mistakesOf({ guardrailVersion, minimumPrecision, minimumRecall }: Options): string[] {
  const share = (name: string, value: string) =>
    /^(0(\.\d+)?|1(\.0+)?)$/.test(value) ? [] : [`${name} ${value}: is no share. Use a number from 0 to 1`];
  return [
    ...(/^([1-9]\d{0,7}|DRAFT)$/.test(guardrailVersion)
      ? []
      : [`--guardrail-version ${guardrailVersion}: is no version of a guardrail. Use its number, or DRAFT`]),
    ...share('--minimum-precision', minimumPrecision),
    ...share('--minimum-recall', minimumRecall),
  ];
}

function chosen(prompts: ReturnType<typeof loadPrompts>, { kind, promptLanguage }: Options) {
  return prompts.filter(
    (prompt) => (kind?.includes(prompt.kind) ?? true) && (promptLanguage ?? prompt.language) === prompt.language,
  );
}

function fail(terminal: Terminal, message: string, code: number): number {
  terminal.writeError(`${message}\n`);
  return code;
}
