import fc from 'fast-check';
import { nearestName } from '../../../gate/lint/nearest-name';

const operators = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'Bool'];

test.each([
  ['StringNotLikes', 'StringNotLike'],
  ['stringlike', 'StringLike'],
  ['StringEqauls', 'StringEquals'],
  ['Boolean', undefined],
  ['NumericEquals', undefined],
  ['', undefined],
])('%j is meant for %j', (name, expected) => {
  expect(nearestName(name, operators)).toBe(expected);
});

test('a name among the candidates is its own nearest', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (names) => {
      for (const name of names) expect(nearestName(name, names)).toBe(name);
    }),
  );
});

test('one letter left out of a longer name leads back to it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,20}$/), fc.nat(), (name, at) => {
      const index = at % name.length;
      expect(nearestName(name.slice(0, index) + name.slice(index + 1), [name])).toBe(name);
    }),
  );
});
