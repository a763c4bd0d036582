import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../../controls/catalogue';
import { checks } from '../../gate/checks';
import { rules } from '../../nag/rules';
import { organizationPolicies } from '../../policies/catalogue';
import { settings } from '../../settings/catalogue';

const root = join(__dirname, '..', '..');
const known = {
  policies: organizationPolicies.map(({ id }) => id),
  rules: rules.map(({ id }) => id),
  checks: checks.map(({ id }) => id),
  settings: Object.keys(settings),
};

describe('the controls', () => {
  test('have ids of their own', () => {
    const ids = controls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(controls.map((control) => [control.id, control] as const))(
    '%s is enforced where it says',
    (_id, control) => {
      expect(control.implementedBy.filter((file) => !existsSync(join(root, file)))).toEqual([]);
      expect(control.implementedBy.length).toBeGreaterThan(0);
    },
  );

  test.each(controls.map((control) => [control.id, control] as const))(
    '%s is shown by something that exists',
    (_id, control) => {
      const { tests = [], ...evidence } = control.shownBy;
      const named = Object.entries(evidence).flatMap(([kind, ids = []]) => ids.map((id) => [kind, id] as const));
      expect(named.length + tests.length).toBeGreaterThan(0);
      expect(named.filter(([kind, id]) => !known[kind as keyof typeof known].includes(id))).toEqual([]);
      expect(tests.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    },
  );

  test('are one line each, in both languages', () => {
    for (const { promise } of controls) {
      expect(promise.en).toMatch(/^[A-Z][^\n]*[^.]$/);
      expect(promise.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(promise.ja).not.toMatch(/[。\n]/);
    }
  });
});
