/** What a guardrail is expected to do with a prompt: let it pass, mask a part of it, or stop it. */
export type Reaction = 'passes' | 'masked' | 'blocked';

export const promptKinds = ['harmless', 'harmful', 'injection', 'personal-data'] as const;
export type PromptKind = (typeof promptKinds)[number];

export const promptLanguages = ['en', 'ja'] as const;
export type PromptLanguage = (typeof promptLanguages)[number];

/** A prompt with the reaction the organization wants. */
export interface Prompt {
  readonly id: string;
  readonly kind: PromptKind;
  readonly language: PromptLanguage;
  readonly text: string;
  readonly expected: Reaction;
}

/** Prompts of one kind, numbered by language: `injection-ja-03`. */
export function numbered(
  kind: PromptKind,
  texts: Readonly<Record<PromptLanguage, readonly (readonly [expected: Reaction, text: string])[]>>,
): readonly Prompt[] {
  return promptLanguages.flatMap((language) =>
    texts[language].map(([expected, text], index) => ({
      id: `${kind}-${language}-${String(index + 1).padStart(2, '0')}`,
      kind,
      language,
      text,
      expected,
    })),
  );
}
