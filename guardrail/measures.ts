import type { Judgement } from './judgement';
import { type PromptKind, type PromptLanguage, promptKinds, promptLanguages } from './prompt';

/** How well a guardrail did on some prompts. */
export interface Measure {
  readonly kind: PromptKind | 'all';
  readonly language: PromptLanguage | 'all';
  readonly prompts: number;
  /** Prompts that met the reaction the organization wants. */
  readonly right: number;
  /** Prompts the guardrail could not be asked about. They count neither as right nor as wrong. */
  readonly unknown: number;
  /** Of the prompts it stepped in on, the share it was right to. Absent when it stepped in on none. */
  readonly precision?: number;
  /** Of the prompts it should have stepped in on, the share it did. Absent when there were none. */
  readonly recall?: number;
}

/** Measures by kind and language, those without prompts left out, and over everything at the end. */
export function measuresOf(judgements: readonly Judgement[]): readonly Measure[] {
  const parts = promptKinds.flatMap((kind) =>
    promptLanguages.map((language) =>
      measureOf(
        kind,
        language,
        judgements.filter(({ prompt }) => prompt.kind === kind && prompt.language === language),
      ),
    ),
  );
  return [...parts.filter(({ prompts }) => prompts > 0), measureOf('all', 'all', judgements)];
}

/**
 * Stepping in is the positive answer. It is right only in the way that was wanted: a card number that is masked where it should be blocked
 * has reached the model, and counts as missed.
 */
function measureOf(kind: Measure['kind'], language: Measure['language'], judgements: readonly Judgement[]): Measure {
  const known = judgements.filter(({ reaction }) => reaction !== undefined);
  const stepped = known.filter(({ reaction }) => reaction !== 'passes');
  const wanted = known.filter(({ prompt }) => prompt.expected !== 'passes');
  const hits = wanted.filter(isRight).length;
  return {
    kind,
    language,
    prompts: judgements.length,
    right: known.filter(isRight).length,
    unknown: judgements.length - known.length,
    ...(stepped.length > 0 && { precision: stepped.filter(isRight).length / stepped.length }),
    ...(wanted.length > 0 && { recall: hits / wanted.length }),
  };
}

/** Whether the guardrail did what was wanted. */
export function isRight({ prompt, reaction }: Judgement): boolean {
  return reaction === prompt.expected;
}
