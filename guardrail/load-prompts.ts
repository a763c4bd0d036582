import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Prompt, promptKinds, promptLanguages } from './prompt';

/** Everything that is wrong with a file of prompts. */
export class PromptMistakes extends Error {
  override readonly name = 'PromptMistakes';
}

const reactions = ['passes', 'masked', 'blocked'] as const;

const oneOf = <Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, `is none of ${choices.join(', ')}. Use one of them`);

const promptsSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1, 'is empty; the report names prompts by their id. Give one'),
      kind: oneOf(promptKinds),
      language: oneOf(promptLanguages),
      text: z
        .string()
        .min(1, 'is empty; there is nothing to ask. Write the prompt')
        .max(25_000, 'is longer than the 25,000 characters a guardrail takes at once. Shorten it'),
      expected: oneOf(reactions),
    }),
    'is not a list. Write `- id: …` for each prompt',
  )
  .min(1, 'is empty; there is nothing to ask. Add prompts');

/**
 * Reads prompts of an organization's own from YAML or JSON.
 *
 * @throws PromptMistakes with every mistake, as `path: what, got value`
 */
export function loadPrompts(file: string): readonly Prompt[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new PromptMistakes(`--prompts ${file}: cannot be read (${code}). Name a YAML or JSON file`);
  }
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw new PromptMistakes(`${file}: ${broken.message.split('\n')[0]}`);
  const content: unknown = document.toJS();
  const parsed = promptsSchema.safeParse(content);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `${file}: ${path.join('.') || '(file)'} ${message}; got ${shown(content, path)}`,
    );
    throw new PromptMistakes(lines.join('\n'));
  }
  const ids = parsed.data.map(({ id }) => id);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (repeated.length > 0) {
    throw new PromptMistakes(`${file}: ${repeated.join(', ')} is there more than once. Give every prompt its own id`);
  }
  return parsed.data;
}

function shown(content: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key],
    content,
  );
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
