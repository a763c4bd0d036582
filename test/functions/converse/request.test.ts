import fc from 'fast-check';
import { maximumPromptLength, readRequest } from '../../../functions/converse/request';

const sound = { who: { user: 'U1', team: 'T1', channel: 'C1' }, prompt: '日本語の質問', eventId: 'Ev0TEST' };

describe('a request', () => {
  test('is read when it is sound', () => {
    expect(readRequest(sound)).toEqual({
      user: 'U1',
      team: 'T1',
      channel: 'C1',
      prompt: '日本語の質問',
      eventId: 'Ev0TEST',
      mistakes: [],
    });
  });

  test('needs no more than a user and a prompt', () => {
    expect(readRequest({ who: { user: 'U1' }, prompt: 'Hello' }).mistakes).toEqual([]);
  });

  test.each([
    ['nothing', undefined, /^\(event\): is missing/],
    ['a list', [], /^\(event\): is not an object, got a list of 0/],
    ['no user', { ...sound, who: {} }, /^who\.user: is missing/],
    ['no who', { prompt: 'Hello' }, /^who: is missing/],
    ['a name instead of an id', { ...sound, who: { user: '山田 太郎' } }, /^who\.user: is not an id/],
    ['an e-mail address', { ...sound, who: { user: 'taro@example.com' } }, /^who\.user: is not an id/],
    ['an id of 65 characters', { ...sound, who: { user: 'U'.repeat(65) } }, /^who\.user: .*65 characters/],
    ['a number as team', { ...sound, who: { user: 'U1', team: 1 } }, /^who\.team: .*type number/],
    ['a null channel', { ...sound, who: { user: 'U1', channel: null } }, /^who\.channel: .*got null/],
    ['an empty event id', { ...sound, eventId: '' }, /^eventId: is not an id/],
    ['no prompt', { who: { user: 'U1' } }, /^prompt: is missing/],
    ['a blank prompt', { ...sound, prompt: ' \n　' }, /^prompt: is blank/],
    ['a prompt that is too long', { ...sound, prompt: 'あ'.repeat(maximumPromptLength + 1) }, /^prompt: is too long/],
    ['a prompt that is no text', { ...sound, prompt: { text: 'x' } }, /^prompt: is not text/],
    ['a misspelt field', { ...sound, promt: 'x' }, /^\(event\): has 1 unknown field;/],
    ['a misspelt field of who', { ...sound, who: { user: 'U1', chanel: 'C1' } }, /^who: has 1 unknown field;/],
  ])('with %s has exactly that mistake', (_, event, message) => {
    const { mistakes } = readRequest(event);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(message);
  });

  test('has all its mistakes reported at once', () => {
    const { mistakes } = readRequest({ who: { user: '', team: 'T 1' }, prompt: '', eventId: 'x y', more: 1 });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      '(event)',
      'who.user',
      'who.team',
      'eventId',
      'prompt',
    ]);
  });

  test('of any shape is read without an exception, and yields ids that Amazon Bedrock accepts or none', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (user, prompt, eventId) => {
        const read = readRequest({ who: { user }, prompt, eventId });
        for (const id of [read.user, read.eventId]) expect(id ?? 'none').toMatch(/^[A-Za-z0-9._:-]{1,64}$/);
        expect(read.mistakes.length > 0 || (read.user !== undefined && read.prompt !== undefined)).toBe(true);
      }),
    );
  });

  test('never finds its text in a mistake, wherever the text was put', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'binary' }), (text) => {
        const places = [
          text,
          { who: { user: `${text} ` }, prompt: 'x' },
          { who: { user: 'U1', [text]: 1 }, prompt: 'x' },
          { who: text, prompt: '' },
          { who: { user: 'U1' }, prompt: [text] },
          { [text]: text },
        ];
        for (const event of places)
          for (const mistake of readRequest(event).mistakes) expect(mistake).not.toContain(text);
      }),
    );
  });
});
