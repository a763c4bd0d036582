import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../nag/rules';
import { UnknownValue } from '../../../nag/template-value';
import { examples } from './examples';
import { type Change, changed, judge } from './rule-example';

const compliant = (verdict: unknown) => verdict === 'compliant' || (Array.isArray(verdict) && verdict.length === 0);

const cases = (kind: 'fails' | 'alsoPasses' | 'unknown' | 'notApplicable') =>
  examples.flatMap((example) =>
    (example[kind] ?? []).map((change: Change) => [example.rule, change.what, example.passes, change] as const),
  );

describe('the rules of our own pack', () => {
  test('are each in a file of their name', () => {
    const files = readdirSync(join(__dirname, '..', '..', '..', 'nag', 'rules')).filter((file) => file !== 'index.ts');
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted());
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what, why and how to fix it, twice',
    (_id, { text, reference }) => {
      for (const part of [text.what, text.why, text.fix]) {
        expect(part.en).toMatch(/^[A-Z].*[.)]$/s);
        expect(part.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff].*。$|）。$/s);
      }
      expect(reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    },
  );

  test('all have an example that passes and one that fails', () => {
    const shown = new Set(examples.filter(({ fails }) => fails.length > 0).map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test.each(examples.map(({ rule, passes }) => [rule, passes] as const))(
    '%s passes a sound resource',
    (rule, passes) => {
      expect(compliant(judge(rule, passes))).toBe(true);
    },
  );

  test.each(cases('fails'))('%s finds: %s', (rule, _what, passes, change) => {
    const faults = (change as { faults?: readonly string[] }).faults ?? 'non-compliant';
    expect(judge(rule, changed(passes, change))).toEqual(faults);
  });

  test.each(cases('alsoPasses'))('%s accepts: %s', (rule, _what, passes, change) => {
    expect(compliant(judge(rule, changed(passes, change)))).toBe(true);
  });

  test.each(cases('unknown'))('%s cannot know: %s', (rule, _what, passes, change) => {
    expect(() => judge(rule, changed(passes, change))).toThrow(UnknownValue);
  });

  test.each(cases('notApplicable'))('%s leaves aside: %s', (rule, _what, passes, change) => {
    expect(judge(rule, changed(passes, change))).toBe('not-applicable');
  });
});
