import { setTimeout as sleep } from 'node:timers/promises';
import type { ConverseCommandInput, ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';

/** What can be made to fail while the assistant runs. */
export interface Faults {
  /** The model says that there are too many requests. */
  throttled: boolean;
  /** Milliseconds the model takes. */
  slowMilliseconds: number;
  /** Slack refuses every answer. */
  slackDown: boolean;
  /** No audit record can be written. */
  auditDown: boolean;
}

export const noFaults: Readonly<Faults> = {
  throttled: false,
  slowMilliseconds: 0,
  slackDown: false,
  auditDown: false,
};

const attack = /ignore (all )?(the )?previous instructions|これまでの指示を(すべて)?無視/i;
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

/**
 * Stands in for Converse: answers by a script, in the language of the question, and steps in as a guardrail would when it is told to
 * ignore its instructions.
 */
export function scriptedModel(faults: Faults) {
  let calls = 0;
  return async function converse(input: ConverseCommandInput): Promise<ConverseCommandOutput> {
    const requestId = `local-${String(++calls).padStart(8, '0')}`;
    if (faults.slowMilliseconds > 0) await sleep(faults.slowMilliseconds);
    if (faults.throttled) {
      const more = { name: 'ThrottlingException', $fault: 'client', $metadata: { requestId } };
      throw Object.assign(new Error('Too many requests'), more);
    }
    const prompt = input.messages?.[0]?.content?.[0]?.text ?? '';
    const inJapanese = japanese.test(prompt);
    const guardrail = input.guardrailConfig?.guardrailIdentifier ?? '';
    if (attack.test(prompt)) return blocked(requestId, prompt, guardrail, inJapanese);
    const characters = [...prompt].length;
    const text = inJapanese
      ? `（ローカルの台本による回答）${characters} 文字の質問を受け取りました：${prompt}`
      : `(answer of the local script) You asked, in ${characters} characters: ${prompt}`;
    return { ...response(requestId, prompt, text), stopReason: 'end_turn' };
  };
}

function blocked(requestId: string, prompt: string, guardrail: string, inJapanese: boolean): ConverseCommandOutput {
  const text = inJapanese ? 'この内容にはお答えできません。' : 'I cannot answer this.';
  return {
    ...response(requestId, prompt, text),
    stopReason: 'guardrail_intervened',
    trace: {
      guardrail: {
        inputAssessment: {
          [guardrail]: {
            contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' }] },
          },
        },
      },
    },
  };
}

function response(requestId: string, prompt: string, text: string): Omit<ConverseCommandOutput, 'stopReason'> {
  const usage = { inputTokens: prompt.length, outputTokens: text.length, totalTokens: prompt.length + text.length };
  return {
    $metadata: { requestId },
    output: { message: { role: 'assistant', content: [{ text }] } },
    usage,
    metrics: { latencyMs: 1 },
  };
}
