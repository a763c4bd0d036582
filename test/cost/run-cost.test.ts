import { ConfigurationError } from '../../config/mistakes';
import type { OrganizationInput } from '../../config/organization-schema';
import { assume } from '../../cost/assumptions';
import { estimate } from '../../cost/estimate';
import { runCost } from '../../cost/run-cost';
import { columnsOf } from '../../terminal/columns';
import { exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';

const profiles = ['personal', 'small', 'regulated'] as const;

function run(
  options: Partial<Parameters<typeof runCost>[0]> = {},
  overrides: Partial<OrganizationInput> = {},
  terminalOptions: { colors?: boolean } = {},
) {
  const { terminal, written } = rememberingTerminal(terminalOptions);
  const all = { language: 'en' as const, json: false, assume: [], ...options };
  const code = runCost(all, () => exampleOrganization(overrides), terminal);
  return { code, ...written };
}

describe('ishizue cost', () => {
  test.each(profiles.flatMap((profile) => (['en', 'ja'] as const).map((language) => [profile, language] as const)))(
    'prints the tables of %s in 80 columns (%s)',
    (profile, language) => {
      const { code, out, error } = run({ language }, { profile });
      expect([code, error]).toEqual([0, '']);
      expect(out.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
      for (const text of ['GuardDuty', 'assistant', 'us-east-1', 'trailAlarms', 'modelCalls'])
        expect(out).toContain(text);
      expect(out.includes('Access Analyzer')).toBe(profile === 'regulated');
    },
  );

  test('heads with the range, rounded outwards', () => {
    const { low, high } = estimate(exampleOrganization(), assume()).total;
    const range = `$${Math.floor(low)}–${Math.ceil(high)}`;
    expect(run().out.split('\n')[0]).toBe(`example (small): ${range} a month at list prices, models not counted`);
    expect(run({ language: 'ja' }).out.split('\n')[0]).toBe(`example（small）: 月 ${range}（定価、モデル料金を除く）`);
  });

  test('says what a switch saves, and what it adds', () => {
    const { out } = run();
    expect(out).toMatch(/trailAlarms +\$2\.74 +\$14\.06 {2}on → off +saves/);
    expect(out).toMatch(/securityHub: cspm +\$35\.30 +\$169\.59 {2}in all/);
    expect(out).toMatch(/unusedAccessAnalyzer +\$16\.00 +\$48\.00 {2}off → on +adds/);
  });

  test('says which prices are guesses', () => {
    const { out } = run();
    expect(out).toMatch(/Prices nobody quotes[^.]*guardduty-ai-events/s);
    expect(out).toMatch(/Prices of us-east-1[^.]*1\.6[^.]*security-hub-unit/s);
  });

  test('gives the same as data, every figure with its price', () => {
    const report = JSON.parse(run({ json: true }).out);
    const { total, lines } = estimate(exampleOrganization(), assume());
    expect(report).toMatchObject({ schemaVersion: 1, currency: 'USD', period: 'month' });
    expect(report.total.high).toBeCloseTo(total.high, 5);
    expect(report.lines).toHaveLength(lines.length);
    for (const { price } of report.lines) expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\//);
  });

  test('follows the assumptions it is given', () => {
    const more = JSON.parse(run({ json: true, assume: ['modelCalls=1000000'] }).out);
    expect(more.assumptions).toContainEqual({ name: 'modelCalls', low: 1_000_000, high: 1_000_000 });
    expect(more.total.low).toBeGreaterThan(500);
  });

  test('tells of the budget, and ends 0 either way', () => {
    const above = run({}, { monthlyCostBudget: 50 });
    expect([above.code, above.out.split('\n')[1]]).toEqual([
      0,
      'The upper bound is above the budget of $50 (monthlyCostBudget)',
    ]);
    expect(run({}, { monthlyCostBudget: 500 }).out).toContain('Within the budget of $500');
    expect(run().out).not.toContain('budget of');
  });

  test('ends 64 on a mistake, and prints no estimate', () => {
    const { code, out, error } = run({ assume: ['gold=1', 'roles=x'] });
    expect([code, out]).toEqual([64, '']);
    expect(error.split('\n').filter(Boolean)).toHaveLength(2);
    const { terminal, written } = rememberingTerminal();
    const broken = () => {
      throw new ConfigurationError('x.ts', [{ path: 'name', what: 'is missing', got: undefined, advice: 'add it' }]);
    };
    expect(runCost({ language: 'en', json: false, assume: [] }, broken, terminal)).toBe(64);
    expect(written.error).toContain('x.ts: 1 mistake');
  });

  test('has colours only where the terminal has', () => {
    expect(run().out).not.toContain('\u001b[');
    expect(run({}, {}, { colors: true }).out).toContain('\u001b[');
  });
});
