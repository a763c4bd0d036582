import { judge } from '../../../gate/judge';
import { renderJson } from '../../../gate/report/gate-json';
import { inputWithFinding, waiverOf } from '../fixture-evidence';

const input = (date: string) =>
  inputWithFinding({
    waivers: [waiverOf({ path: 'audit-alerts/**' })],
    meta: { tool: 'ishizue', version: '1.0.0', date },
  });

describe('gate.json', () => {
  test('has the same bytes for the same input', () => {
    expect(renderJson(judge(input('2026-11-24')))).toBe(renderJson(judge(input('2026-11-24'))));
  });

  test('differs in meta only from one day to the next, while nothing expires', () => {
    const [one, other] = ['2026-11-24', '2026-11-25'].map((date) => JSON.parse(renderJson(judge(input(date)))));
    expect(one.meta).not.toEqual(other.meta);
    expect({ ...one, meta: undefined }).toEqual({ ...other, meta: undefined });
  });

  test('says which schema it follows, and ends in a line break', () => {
    const json = renderJson(judge(input('2026-11-24')));
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1, verdict: { exitCode: 1 } });
    expect(json.endsWith('}\n')).toBe(true);
  });

  test('has no absolute path in it', () => {
    expect(renderJson(judge(input('2026-11-24')))).not.toMatch(/"\/|[A-Z]:\\\\/);
  });
});
