import fc from 'fast-check';
import { bindPattern } from '../../../evaluator/matching/bind-pattern';
import { Glob } from '../../../evaluator/matching/glob';
import { readResource } from '../../../evaluator/matching/resource-pattern';
import { tokenize } from '../../../evaluator/matching/tokenize';
import { KeySlots } from '../../../evaluator/request/slot-value';
import { runs } from '../../helpers/runs';

const settings = { seed: 20261127, numRuns: runs(3000) };
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 10 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*'), maxLength: 12 });

/** What the wildcards mean, said with a regular expression. */
function expression(glob: string): RegExp {
  return new RegExp(`^${[...glob].map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one)).join('')}$`, 's');
}

test('a pattern matches what its wildcards mean, as a whole and within a longer text', () => {
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      const compiled = new Glob(tokenize(glob, { wildcards: true, variables: false }).tokens);
      const expected = expression(glob).test(value);
      expect(compiled.matches(value)).toBe(expected);
      expect(compiled.match(`x${value}x`, 1, value.length + 1)).toBe(expected);
    }),
    settings,
  );
});

test('a pattern with a variable matches like the pattern with its value', () => {
  fc.assert(
    fc.property(pattern, text, pattern, text, (before, value, after, subject) => {
      const keys = new KeySlots();
      const { tokens } = tokenize(`${before}\${x:key}${after}`, { wildcards: true, variables: true });
      const template = bindPattern(tokens, keys);
      const literal = [...value].map((one) => (one === '*' ? '\\*' : one)).join('');
      const body = (glob: string) => expression(glob).source.slice(1, -1);
      const expected = new RegExp(`^${body(before)}${literal}${body(after)}$`, 's').test(subject);
      expect(template.match(subject, 0, subject.length, [value])).toBe(expected);
    }),
    settings,
  );
});

test('a resource pattern that could take long is judged at once', () => {
  const { tokens } = readResource(`arn:aws:s3:::${'a*'.repeat(40)}b`, true);
  const slow = bindPattern([...tokens, { key: 'x:key', fallback: 'c' }], new KeySlots());
  const started = process.hrtime.bigint();
  expect(slow.match(`arn:aws:s3:::${'a'.repeat(4000)}`, 0, 4013, [])).toBe(false);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
});
