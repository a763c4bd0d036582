import type { ConverseResponse, GuardrailAssessment } from '@aws-sdk/client-bedrock-runtime';
import { verdictOf } from '../../../functions/converse/verdict';

type Answer = Pick<ConverseResponse, 'output' | 'stopReason' | 'trace'>;

const answer = (text: string, more: Partial<Answer> = {}): Answer => ({
  output: { message: { role: 'assistant', content: [{ text }] } },
  stopReason: 'end_turn',
  ...more,
});
const stepped = (trace: { input?: GuardrailAssessment; output?: GuardrailAssessment }): Partial<Answer> => ({
  stopReason: 'guardrail_intervened',
  trace: {
    guardrail: {
      inputAssessment: trace.input && { abcdefghijkl: trace.input },
      outputAssessments: trace.output && { abcdefghijkl: [trace.output] },
    },
  },
});
const attack: GuardrailAssessment = {
  contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' }] },
};
const card: GuardrailAssessment = {
  sensitiveInformationPolicy: {
    piiEntities: [{ type: 'CREDIT_DEBIT_CARD_NUMBER', match: '4111111111111111', action: 'BLOCKED' }],
    regexes: [{ name: 'MyNumber', match: '1234-5678-9012', regex: 'x', action: 'BLOCKED' }],
  },
};
const phone: GuardrailAssessment = {
  sensitiveInformationPolicy: {
    piiEntities: [{ type: 'PHONE', match: '03-1234-5678', action: 'ANONYMIZED' }],
    regexes: [],
  },
};

describe('the verdict', () => {
  test('is answered when nothing stepped in', () => {
    expect(verdictOf(answer('Hello'))).toEqual({ outcome: 'answered', policyTypes: [], text: 'Hello' });
  });

  test('is blocked_input when the prompt was blocked, and says by what', () => {
    expect(verdictOf(answer('Blocked.', stepped({ input: attack })))).toEqual({
      outcome: 'blocked_input',
      policyTypes: ['contentPolicy.PROMPT_ATTACK'],
      text: 'Blocked.',
    });
  });

  test('is blocked_output when the answer was blocked', () => {
    expect(verdictOf(answer('Withheld.', stepped({ output: card })))).toEqual({
      outcome: 'blocked_output',
      policyTypes: ['sensitiveInformationPolicy.CREDIT_DEBIT_CARD_NUMBER', 'sensitiveInformationPolicy.MyNumber'],
      text: 'Withheld.',
    });
  });

  test('is blocked_output when the prompt was masked and the answer blocked', () => {
    expect(verdictOf(answer('Withheld.', stepped({ input: phone, output: card }))).outcome).toBe('blocked_output');
  });

  test('is answered when personal data was only masked, and says so', () => {
    expect(verdictOf(answer('Call {PHONE}', stepped({ output: phone })))).toEqual({
      outcome: 'answered',
      policyTypes: ['sensitiveInformationPolicy.PHONE'],
      text: 'Call {PHONE}',
    });
  });

  test('is an error without text when the guardrail does not say how it stepped in', () => {
    expect(verdictOf(answer('?', { stopReason: 'guardrail_intervened' }))).toEqual({
      outcome: 'error',
      error: 'GuardrailTraceMissing',
      policyTypes: [],
      text: '',
    });
  });

  test('does not take a finding that was only reported for an intervention', () => {
    const reported: GuardrailAssessment = {
      contentPolicy: { filters: [{ type: 'INSULTS', confidence: 'LOW', action: 'NONE', detected: true }] },
    };
    expect(
      verdictOf(answer('Hello', { ...stepped({ output: reported }), stopReason: 'end_turn' })).policyTypes,
    ).toEqual([]);
  });

  test('is an error when the model itself withheld the answer', () => {
    expect(verdictOf(answer('x', { stopReason: 'content_filtered' }))).toMatchObject({
      outcome: 'error',
      error: 'ModelFilteredAnswer',
      text: '',
    });
  });

  test('is an error when there is no text', () => {
    expect(verdictOf({ output: undefined, stopReason: 'end_turn' })).toMatchObject({
      outcome: 'error',
      error: 'NoAnswer',
    });
  });

  test('leaves out what the model thought', () => {
    const content = [{ reasoningContent: { reasoningText: { text: 'hm' } } }, { text: 'A' }, { text: 'B' }] as never;
    expect(verdictOf({ output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' }).text).toBe('AB');
  });

  test('names every kind of policy and repeats no text that matched', () => {
    const everything: GuardrailAssessment = {
      ...attack,
      sensitiveInformationPolicy: card.sensitiveInformationPolicy,
      topicPolicy: { topics: [{ name: 'Investments', type: 'DENY', action: 'BLOCKED' }] },
      wordPolicy: {
        customWords: [{ match: 'secret-project', action: 'BLOCKED' }],
        managedWordLists: [{ match: 'rude', type: 'PROFANITY', action: 'BLOCKED' }],
      },
      contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 0.8, score: 0.1, action: 'BLOCKED' }] },
    };
    const { policyTypes } = verdictOf(answer('x', stepped({ output: everything })));
    expect(policyTypes).toEqual([
      'contentPolicy.PROMPT_ATTACK',
      'contextualGroundingPolicy.GROUNDING',
      'sensitiveInformationPolicy.CREDIT_DEBIT_CARD_NUMBER',
      'sensitiveInformationPolicy.MyNumber',
      'topicPolicy.Investments',
      'wordPolicy',
    ]);
    expect(policyTypes.join()).not.toMatch(/4111|1234|secret-project|rude/);
  });
});
