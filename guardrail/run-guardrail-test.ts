import { ApplyGuardrailCommand, BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { loadOrganization } from '../config/load-organization';
import { ConfigurationError } from '../config/mistakes';
import type { Terminal } from '../terminal/terminal';
import { askGuardrail } from './ask-guardrail';
import { guardrailReport, renderGuardrailReport } from './guardrail-report';
import { loadPrompts, PromptMistakes } from './load-prompts';
import type { PromptKind, PromptLanguage } from './prompt';
import { promptCatalogue } from './prompt-catalogue';

/** The options of the command line, unchecked. */
export interface GuardrailTestOptions {
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

/** Measures a guardrail, and answers the exit code of the process: 0 good · 1 a minimum is missed · 2 not all judged · 64 usage. */
export async function runGuardrailTest(options: GuardrailTestOptions, terminal: Terminal): Promise<number> {
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

function mistakesOf({ guardrailVersion, minimumPrecision, minimumRecall }: GuardrailTestOptions): string[] {
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

function chosen(prompts: ReturnType<typeof loadPrompts>, { kind, promptLanguage }: GuardrailTestOptions) {
  return prompts.filter(
    (prompt) => (kind?.includes(prompt.kind) ?? true) && (promptLanguage ?? prompt.language) === prompt.language,
  );
}

function fail(terminal: Terminal, message: string, code: number): number {
  terminal.writeError(`${message}\n`);
  return code;
}
