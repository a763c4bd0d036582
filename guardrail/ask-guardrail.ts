import type { ApplyGuardrailCommandInput, ApplyGuardrailCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { GuardrailTraceMissing, type Judgement, reactionOf } from './judgement';
import type { Prompt } from './prompt';

/** The one call of Amazon Bedrock that a test of a guardrail needs. It calls no model and costs what the guardrail costs. */
export type ApplyGuardrail = (input: ApplyGuardrailCommandInput) => Promise<ApplyGuardrailCommandOutput>;

export interface GuardrailUnderTest {
  readonly guardrailId: string;
  readonly version: string;
}

/** Texts a guardrail is asked about at the same time: below the smallest quota of a new account, 25 a second. */
const atOnce = 4;

/**
 * Asks a guardrail about every prompt, as if a person had typed it. An error is the answer to its own prompt, and the others go on.
 *
 * @param onJudged called after each prompt, in no particular order
 * @returns the judgements in the order of the prompts
 */
export async function askGuardrail(
  prompts: readonly Prompt[],
  { guardrailId, version }: GuardrailUnderTest,
  applyGuardrail: ApplyGuardrail,
  onJudged: () => void = () => undefined,
): Promise<readonly Judgement[]> {
  const judgements = new Array<Judgement>(prompts.length);
  const waiting = prompts.entries();
  const askOneAfterTheOther = async () => {
    for (const [index, prompt] of waiting) {
      judgements[index] = await ask(prompt);
      onJudged();
    }
  };
  const ask = async (prompt: Prompt): Promise<Judgement> => {
    try {
      const response = await applyGuardrail({
        guardrailIdentifier: guardrailId,
        guardrailVersion: version,
        source: 'INPUT',
        content: [{ text: { text: prompt.text } }],
      });
      return { prompt, ...reactionOf(response) };
    } catch (error) {
      if (!isAnswer(error)) throw error;
      return { prompt, policies: [], error: `${error.name}: ${error.message}` };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOneAfterTheOther));
  return judgements;
}

/** What AWS or the network says. Anything else is our mistake, and no judgement of the guardrail. */
function isAnswer(error: unknown): error is Error {
  if (error instanceof GuardrailTraceMissing) return true;
  return error instanceof Error && ('$metadata' in error || 'code' in error || error.name === 'TimeoutError');
}
