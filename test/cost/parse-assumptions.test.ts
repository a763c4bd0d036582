import { assume } from '../../cost/assumptions';
import { parseAssumptions } from '../../cost/parse-assumptions';

describe('assumptions on the command line', () => {
  test('replace one by a value or by a range, and leave the others', () => {
    const { assumed, mistakes } = parseAssumptions(['modelCalls=50000', 'furtherRegionShare=0.2-0.25']);
    expect(mistakes).toEqual([]);
    expect(assumed).toEqual({
      ...assume(),
      modelCalls: { low: 50_000, high: 50_000 },
      furtherRegionShare: { low: 0.2, high: 0.25 },
    });
  });

  test.each([
    ['a name nobody knows', 'modelcalls=5', '"modelcalls" is no assumption. Use one of managementEvents,'],
    ['no value', 'modelCalls', '"" is no quantity. Write modelCalls=1000'],
    ['a word', 'modelCalls=many', '"many" is no quantity'],
    ['a negative number', 'modelCalls=-5', '"-5" is no quantity'],
    ['bounds in the wrong order', 'modelCalls=10-5', 'with the low bound first'],
    ['more than a number can hold', `modelCalls=${'9'.repeat(400)}`, 'is no quantity'],
    ['a name of the language', 'constructor=5', '"constructor" is no assumption'],
  ])('refuse %s', (_what, text, message) => {
    const { mistakes } = parseAssumptions([text]);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(message);
  });

  test('are all judged at once, and each is taken once', () => {
    expect(
      parseAssumptions(['a=1', 'roles=1', 'roles=2', 'images=x']).mistakes.map((text) => text.slice(0, 17)),
    ).toEqual(['--assume a=1: "a"', '--assume roles=2:', '--assume images=x']);
  });
});
