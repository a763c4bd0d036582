import fc from 'fast-check';
import { columnsOf, wrap } from '../../terminal/columns';

const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '/', ':', '-', '漢', 'か', '。', '、', '[', '*') });

describe('columns', () => {
  test('are two for a Japanese character', () => {
    expect(columnsOf('IAM5')).toBe(4);
    expect(columnsOf('礎')).toBe(2);
    expect(columnsOf('適合 3 件')).toBe(9);
  });

  test('are two for an emoji and a rare character, none for a mark', () => {
    expect(columnsOf('😀')).toBe(2);
    expect(columnsOf('𠮷')).toBe(2);
    expect(columnsOf('が'.normalize('NFD'))).toBe(2);
    expect(columnsOf('é'.normalize('NFD'))).toBe(1);
  });
});

describe('a wrapped text', () => {
  test('never is wider than it may be', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 80 }), (words, width) => {
        for (const line of wrap(words, width)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('loses nothing but blanks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 80 }), (words, width) => {
        expect(wrap(words, width).join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });

  test('breaks at blanks, and a long id at its punctuation', () => {
    expect(wrap('one two three', 9)).toEqual(['one two', 'three']);
    expect(wrap('AwsSolutions::AwsSolutions-IAM5', 20)).toEqual(['AwsSolutions::', 'AwsSolutions-IAM5']);
  });
});
