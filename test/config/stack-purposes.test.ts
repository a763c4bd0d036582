import { purposeOf, stackPurposes } from '../../config/stack-purposes';

describe('what stacks are for', () => {
  test.each(Object.entries(stackPurposes))('%s is told in both languages', (_, purpose) => {
    expect(purpose.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(purposeOf(`example: ${purpose.en}`)).toEqual(purpose);
  });

  test('what is not ours is left as it is', () => {
    expect(purposeOf('somebody’s stack')).toEqual({ en: 'somebody’s stack', ja: 'somebody’s stack' });
  });
});
