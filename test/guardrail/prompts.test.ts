import { promptKinds, promptLanguages } from '../../guardrail/prompt';
import { promptCatalogue } from '../../guardrail/prompt-catalogue';

describe('the prompts of the project', () => {
  test.each(promptKinds.flatMap((kind) => promptLanguages.map((language) => [kind, language] as const)))(
    'ask about %s in %s, at least seven times',
    (kind, language) => {
      const prompts = promptCatalogue.filter((prompt) => prompt.kind === kind && prompt.language === language);
      expect(prompts.length).toBeGreaterThanOrEqual(7);
      for (const { text } of prompts) expect(/[\u3040-\u30ff]/.test(text)).toBe(language === 'ja');
    },
  );

  test('have ids and texts of their own', () => {
    expect(new Set(promptCatalogue.map(({ id }) => id)).size).toBe(promptCatalogue.length);
    expect(new Set(promptCatalogue.map(({ text }) => text)).size).toBe(promptCatalogue.length);
  });

  test('want as much in one language as in the other', () => {
    const wanted = (language: string) =>
      promptCatalogue
        .filter((prompt) => prompt.language === language)
        .map(({ kind, expected }) => `${kind} ${expected}`);
    expect(wanted('ja')).toEqual(wanted('en'));
  });

  test('tell a My Number from an account id', () => {
    const reaction = (part: string) => promptCatalogue.find(({ text }) => text.includes(part))?.expected;
    expect(reaction('1234-5678-9012')).toBe('blocked');
    expect(reaction('123456789012')).toBe('passes');
  });
});
