import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandSurroundings } from '../terminal/command-surroundings';

interface AssistantFlags {
  readonly port: number;
  readonly lang: 'en' | 'ja';
  readonly fail: readonly ('model' | 'slack' | 'audit')[];
  readonly modelDelay: number;
  readonly json: boolean;
}

const examples = `
Examples:
  $ ishizue assistant local                         and paste what it prints
  $ ishizue assistant local --fail slack            an answer waits for Slack
  $ ishizue assistant local --json | jq .           for a script

Exit codes:
  0   ended by you
  64  a mistake in the options, or the port is taken
  70  a bug in ishizue`;

/** Adds `local` to the command `ishizue assistant`. */
export function registerAssistantLocal(assistant: Command, surroundings: CommandSurroundings): void {
  assistant
    .command('local')
    .description('Serve the assistant on this machine: no AWS account, no Slack, a scripted model.')
    .option('-p, --port <number>', 'where it listens; 0 for any that is free', wholeNumber(65_535), 3000)
    .addOption(
      new Option('-l, --lang <language>', 'language of its own messages')
        .choices(['en', 'ja'])
        .default(surroundings.language),
    )
    .addOption(
      new Option('--fail <parts...>', 'what is down').choices(['model', 'slack', 'audit']).default([], 'nothing'),
    )
    .option('--model-delay <ms>', 'how long the model takes', wholeNumber(600_000), 0)
    .option('--json', 'print one JSON object a line', false)
    .addHelpText('after', examples)
    .action((flags: AssistantFlags) => serve(flags, surroundings));
}

function wholeNumber(largest: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= largest) return value;
    throw new InvalidArgumentError(`It is not a whole number from 0 to ${largest}.`);
  };
}

async function serve(
  { port, lang, fail, modelDelay, json }: AssistantFlags,
  { terminal, setExitCode }: CommandSurroundings,
): Promise<void> {
  // Loaded when it runs: `--help` needs neither the functions nor a server.
  const { PortUnavailable, serveAssistant } = require('./serve-assistant') as typeof import('./serve-assistant');
  try {
    await serveAssistant({ port, language: lang, fail, modelDelay, json, write: terminal.writeOut });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error;
    terminal.writeError(`${error.message}\n`);
    setExitCode(64);
  }
}
