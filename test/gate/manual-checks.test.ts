import { manualCheckIds } from '../../config/manual-evidence';
import { assume } from '../../cost/assumptions';
import { estimate } from '../../cost/estimate';
import { judge } from '../../gate/judge';
import { manualChecks, manualChecksOf } from '../../gate/manual-checks';
import { renderHtml } from '../../gate/report/gate-html';
import { renderSummary } from '../../gate/terminal/summary';
import { exampleOrganization } from '../helpers/example';
import { soundInput } from './fixture-evidence';

const evidence = (checkedOn: string) => ({
  'identity-center-requires-mfa': { checkedBy: 'platform', checkedOn, link: 'https://tickets.example.com/1?a=<b>' },
});
const stateOn = (today: string, checkedOn: string) =>
  manualChecksOf(evidence(checkedOn), today).find(({ id }) => id === 'identity-center-requires-mfa')?.state;

describe('manual checks', () => {
  test('have a text for every id of the configuration, and no other', () => {
    expect(manualChecks.map(({ id }) => id).sort()).toEqual([...manualCheckIds].sort());
  });

  test.each([
    ['confirmed', 'on the day', '2026-11-24'],
    ['confirmed', 'a year ago', '2025-11-24'],
    ['outdated', 'longer ago', '2025-11-23'],
    ['open', 'on a day that has not come', '2026-11-25'],
  ])('are %s when somebody looked %s', (state, _when, checkedOn) => {
    expect(stateOn('2026-11-24', checkedOn)).toBe(state);
  });

  test('are open without evidence, and the gate says so without blocking', () => {
    const { manual, notices, verdict } = judge(soundInput());
    expect(new Set(manual.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(notices).toEqual([expect.objectContaining({ id: 'manual-checks-open', place: 'manualEvidence' })]);
    expect(notices[0]?.message.en).toContain('4 of 4 manual checks have no current evidence');
    expect(verdict.exitCode).toBe(0);
  });

  test('are never counted as passes, confirmed or not', () => {
    const organization = exampleOrganization({ manualEvidence: evidence('2026-11-20') });
    const report = judge(soundInput({ organization }));
    expect(report.verdict.passed).toBe(judge(soundInput()).verdict.passed);
    expect(report.notices[0]?.message.en).toContain('3 of 4');
    const page = renderHtml(report, 'en');
    expect(page).toContain('platform · 2026-11-20 · https://tickets.example.com/1?a=&lt;b&gt;');
    expect(renderSummary(report, 'ja', 'gate.html', false)).toContain('4 件のうち 3 件に有効な証跡がありません');
  });
});

describe('the budget of the baseline', () => {
  const above = Math.ceil(estimate(exampleOrganization(), assume()).total.high);
  const noticesWith = (monthlyCostBudget?: number) =>
    judge(soundInput({ organization: exampleOrganization({ monthlyCostBudget }) }));

  test('is told when the upper bound is above it, and blocks nothing', () => {
    const { notices, verdict } = noticesWith(above - 1);
    expect(notices.map(({ id }) => id)).toEqual(['cost-above-budget', 'manual-checks-open']);
    expect(notices[0]?.message.en).toMatch(/^The baseline is estimated at \$\d+ to \$\d+ a month, /);
    expect(notices[0]?.message.en).toContain(`to $${above} a month, and may exceed the budget of $${above - 1}.`);
    expect(verdict.exitCode).toBe(0);
  });

  test('is not told of when it is enough, or when there is none', () => {
    expect(noticesWith(above).notices.map(({ id }) => id)).toEqual(['manual-checks-open']);
    expect(noticesWith().notices.map(({ id }) => id)).toEqual(['manual-checks-open']);
  });
});
