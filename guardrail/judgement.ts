import type { ApplyGuardrailResponse, GuardrailAssessment } from '@aws-sdk/client-bedrock-runtime';
import type { Prompt, Reaction } from './prompt';

/** What became of one prompt. */
export interface Judgement {
  readonly prompt: Prompt;
  /** Absent when the guardrail could not be asked. */
  readonly reaction?: Reaction;
  /** What stepped in, such as `PROMPT_ATTACK`. Kinds and names, never the text that matched. */
  readonly policies: readonly string[];
  /** Why the guardrail could not be asked: the name of the error, and its message. */
  readonly error?: string;
}

/** The guardrail stepped in and did not say how: neither blocked nor masked may be assumed. */
export class GuardrailTraceMissing extends Error {
  override readonly name = 'GuardrailTraceMissing';
}

/**
 * Reads what a guardrail did with a text. It steps in when it blocks and when it masks, under the same `action`; which of the two is said
 * by its assessments only.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
 *
 * @throws GuardrailTraceMissing when it stepped in without saying how
 */
export function reactionOf(response: Pick<ApplyGuardrailResponse, 'action' | 'assessments'>): {
  readonly reaction: Reaction;
  readonly policies: readonly string[];
} {
  const actions = (response.assessments ?? []).flatMap(interventionsOf);
  const stepped = actions.filter(({ action }) => action === 'BLOCKED' || action === 'ANONYMIZED');
  const policies = [...new Set(stepped.map(({ policy }) => policy))].sort();
  if (response.action !== 'GUARDRAIL_INTERVENED') return { reaction: 'passes', policies: [] };
  if (stepped.some(({ action }) => action === 'BLOCKED')) return { reaction: 'blocked', policies };
  if (stepped.length > 0) return { reaction: 'masked', policies };
  throw new GuardrailTraceMissing('the guardrail stepped in and did not say how');
}

interface Intervention {
  readonly policy: string;
  readonly action: string | undefined;
}

function interventionsOf(assessment: GuardrailAssessment): Intervention[] {
  const { contentPolicy, topicPolicy, wordPolicy, sensitiveInformationPolicy } = assessment;
  return [
    ...(contentPolicy?.filters ?? []).map(({ type, action }) => ({ policy: `${type}`, action })),
    ...(topicPolicy?.topics ?? []).map(({ name, action }) => ({ policy: `topic ${name}`, action })),
    // The matched word is part of the text: only that there was one is said.
    ...[...(wordPolicy?.customWords ?? []), ...(wordPolicy?.managedWordLists ?? [])].map(({ action }) => ({
      policy: 'word',
      action,
    })),
    ...(sensitiveInformationPolicy?.piiEntities ?? []).map(({ type, action }) => ({ policy: `${type}`, action })),
    ...(sensitiveInformationPolicy?.regexes ?? []).map(({ name, action }) => ({ policy: `${name}`, action })),
  ];
}
