import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../../gate/checks';
import { subjectOf } from '../fixture-assembly';

describe('the checks of the assembly', () => {
  test('are each in a file of their name', () => {
    const files = readdirSync(join(__dirname, '..', '..', '..', 'gate', 'checks'));
    expect(checks.map(({ id }) => `${id}.ts`)).toEqual(
      files.filter((file) => !['check.ts', 'index.ts'].includes(file)).toSorted(),
    );
  });

  test.each(checks.map((check) => [check.id, check] as const))(
    '%s says what holds, why and what to do, twice',
    (_id, check) => {
      for (const part of [check.promise, check.why, check.fix]) {
        expect(part.en).toMatch(/^[A-Z]/);
        expect(part.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      }
      expect(check.promise.en).not.toMatch(/\.$/);
    },
  );

  test.each(checks.map((check) => [check.id, check] as const))(
    '%s judges an empty assembly without breaking',
    (_id, check) => {
      for (const result of check.run(subjectOf([]))) {
        if ('message' in result) expect(result.message.ja).not.toBe('');
      }
    },
  );
});
