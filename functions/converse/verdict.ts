import type { ConverseResponse, GuardrailAssessment } from '@aws-sdk/client-bedrock-runtime';

/** What became of a request, as the audit record says it. */
export type Outcome = 'answered' | 'blocked_input' | 'blocked_output' | 'error';

export interface Verdict {
  readonly outcome: Outcome;
  /** What stepped in, such as `contentPolicy.PROMPT_ATTACK`: kinds and names, never the text that matched. */
  readonly policyTypes: readonly string[];
  /** Why it is an error; absent otherwise. */
  readonly error?: 'GuardrailTraceMissing' | 'NoAnswer' | 'ModelFilteredAnswer';
  /** The answer, or the guardrail's message in its place; empty for an error. */
  readonly text: string;
}

interface Intervention {
  readonly type: string;
  readonly action: string | undefined;
}

/**
 * Reads what a guardrail did from a response of Converse. A guardrail that only masks personal data lets the answer through; one
 * that says it stepped in but not how is an error, because nobody could say what was blocked.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
 */
export function verdictOf(response: Pick<ConverseResponse, 'output' | 'stopReason' | 'trace'>): Verdict {
  const guardrail = response.trace?.guardrail;
  const input = Object.values(guardrail?.inputAssessment ?? {}).flatMap(interventionsOf);
  const output = Object.values(guardrail?.outputAssessments ?? {})
    .flat()
    .flatMap(interventionsOf);
  const stepped = [...input, ...output].filter(({ action }) => action === 'BLOCKED' || action === 'ANONYMIZED');
  const policyTypes = [...new Set(stepped.map(({ type }) => type))].sort();
  const text = textOf(response);

  if (response.stopReason === 'guardrail_intervened') {
    if (stepped.length === 0) return { outcome: 'error', error: 'GuardrailTraceMissing', policyTypes, text: '' };
    if (input.some(isBlock)) return { outcome: 'blocked_input', policyTypes, text };
    if (output.some(isBlock)) return { outcome: 'blocked_output', policyTypes, text };
  }
  if (response.stopReason === 'content_filtered') {
    return { outcome: 'error', error: 'ModelFilteredAnswer', policyTypes, text: '' };
  }
  if (text === '') return { outcome: 'error', error: 'NoAnswer', policyTypes, text };
  return { outcome: 'answered', policyTypes, text };
}

function isBlock({ action }: Intervention): boolean {
  return action === 'BLOCKED';
}

function interventionsOf(assessment: GuardrailAssessment): Intervention[] {
  const { contentPolicy, topicPolicy, wordPolicy, sensitiveInformationPolicy, contextualGroundingPolicy } = assessment;
  return [
    ...(contentPolicy?.filters ?? []).map(({ type, action }) => ({ type: `contentPolicy.${type}`, action })),
    ...(contextualGroundingPolicy?.filters ?? []).map(({ type, action }) => ({
      type: `contextualGroundingPolicy.${type}`,
      action,
    })),
    ...(sensitiveInformationPolicy?.piiEntities ?? []).map(({ type, action }) => ({
      type: `sensitiveInformationPolicy.${type}`,
      action,
    })),
    ...(sensitiveInformationPolicy?.regexes ?? []).map(({ name, action }) => ({
      type: `sensitiveInformationPolicy.${name}`,
      action,
    })),
    ...(topicPolicy?.topics ?? []).map(({ name, action }) => ({ type: `topicPolicy.${name}`, action })),
    // The matched word is part of the text: only that there was one is said.
    ...[...(wordPolicy?.customWords ?? []), ...(wordPolicy?.managedWordLists ?? [])].map(({ action }) => ({
      type: 'wordPolicy',
      action,
    })),
  ];
}

/** The text parts of the answer in order; what the model thought before it is left out. */
function textOf({ output }: Pick<ConverseResponse, 'output'>): string {
  return (output?.message?.content ?? []).flatMap(({ text }) => (text === undefined ? [] : [text])).join('');
}
