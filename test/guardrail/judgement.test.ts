import type { ApplyGuardrailResponse } from '@aws-sdk/client-bedrock-runtime';
import { GuardrailTraceMissing, type Judgement, reactionOf } from '../../guardrail/judgement';
import { measuresOf } from '../../guardrail/measures';
import type { Prompt, Reaction } from '../../guardrail/prompt';

type Answer = Pick<ApplyGuardrailResponse, 'action' | 'assessments'>;
const attack = { contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' }] } };
const email = {
  sensitiveInformationPolicy: {
    piiEntities: [{ type: 'EMAIL', match: 'a@example.com', action: 'ANONYMIZED' }],
    regexes: [],
  },
};
const intervened = (...assessments: unknown[]) => ({ action: 'GUARDRAIL_INTERVENED', assessments }) as Answer;

describe('what a guardrail did', () => {
  test.each<[string, Answer, Reaction, string[]]>([
    ['nothing', { action: 'NONE', assessments: [{}] } as Answer, 'passes', []],
    ['it blocked', intervened(attack), 'blocked', ['PROMPT_ATTACK']],
    ['it masked', intervened(email), 'masked', ['EMAIL']],
    ['it masked one thing and blocked another', intervened(email, attack), 'blocked', ['EMAIL', 'PROMPT_ATTACK']],
    [
      'it saw something and was told to let it pass',
      { action: 'NONE', assessments: [{ contentPolicy: { filters: [{ type: 'HATE', action: 'NONE' }] } }] } as Answer,
      'passes',
      [],
    ],
    [
      'a topic, a word and an expression, without what matched',
      intervened({
        topicPolicy: { topics: [{ name: 'Payroll', type: 'DENY', action: 'BLOCKED' }] },
        wordPolicy: { customWords: [{ match: 'secret', action: 'BLOCKED' }], managedWordLists: [] },
        sensitiveInformationPolicy: {
          piiEntities: [],
          regexes: [{ name: 'MyNumber', match: '1234', action: 'BLOCKED' }],
        },
      }),
      'blocked',
      ['MyNumber', 'topic Payroll', 'word'],
    ],
  ])('%s', (_, answer, reaction, policies) => {
    expect(reactionOf(answer)).toEqual({ reaction, policies });
  });

  test('is not guessed when it stepped in and does not say how', () => {
    expect(() => reactionOf(intervened({}))).toThrow(GuardrailTraceMissing);
  });
});

describe('precision and recall', () => {
  const judged = (expected: Reaction, reaction?: Reaction, more: Partial<Prompt> = {}): Judgement => ({
    prompt: { id: 'x', kind: 'harmful', language: 'en', text: 'x', expected, ...more },
    reaction,
    policies: [],
  });
  const all = (...judgements: Judgement[]) => measuresOf(judgements).at(-1);

  test('count a false alarm against precision and a miss against recall', () => {
    const measure = all(
      judged('blocked', 'blocked'),
      judged('blocked', 'passes'),
      judged('passes', 'blocked'),
      judged('passes', 'passes'),
      judged('masked', 'masked'),
    );
    expect(measure).toMatchObject({ prompts: 5, right: 3, unknown: 0, precision: 2 / 3, recall: 2 / 3 });
  });

  test('count what is masked where it should be blocked as missed, and as a false intervention', () => {
    expect(all(judged('blocked', 'masked'))).toMatchObject({ right: 0, precision: 0, recall: 0 });
  });

  test('say nothing where there is nothing to say', () => {
    expect(all(judged('passes', 'passes'))).not.toHaveProperty('precision');
    expect(all(judged('passes', 'passes'))).not.toHaveProperty('recall');
  });

  test('leave out what could not be judged, and say how many', () => {
    expect(all(judged('blocked', 'blocked'), judged('blocked'))).toMatchObject({ unknown: 1, recall: 1, prompts: 2 });
  });

  test('are said for each kind and language that was asked', () => {
    const measures = measuresOf([
      judged('blocked', 'blocked', { language: 'ja' }),
      judged('passes', 'passes', { kind: 'harmless' }),
    ]);
    expect(measures.map(({ kind, language }) => `${kind} ${language}`)).toEqual([
      'harmless en',
      'harmful ja',
      'all all',
    ]);
  });
});
