import type { Tally } from '../../finding';
import type { GateReport } from '../../gate-report';
import { bilingual, type Html, html } from '../html';

/** Accounts by families of checks. */
export function overviewSection({ accounts, packs }: GateReport): Html {
  const shown = packs.filter(
    ({ tally, rules }) => rules !== undefined || tally.passed + problems(tally) + tally.waived > 0,
  );
  return html`<section aria-labelledby="overview">
<h2 id="overview">${bilingual({ en: 'Accounts and checks', ja: 'アカウントと検査' })}</h2>
<p class="lead">${bilingual({
    en: 'How often each family of checks passed, failed or was waived in each account.',
    ja: '検査の種類ごとに、各アカウントでの適合、不適合、免除の件数を示します。',
  })}</p>
<div class="scroll"><table>
<thead><tr><th>${bilingual({ en: 'Account', ja: 'アカウント' })}</th><th class="count">${bilingual({ en: 'Stacks', ja: 'スタック' })}</th>${shown.map(({ pack }) => html`<th>${pack}</th>`)}</tr></thead>
<tbody>
${accounts.map(
  ({ name, id, stacks, packs: tallies }) =>
    html`<tr><th>${name}<span class="small">${id}</span></th><td class="count">${stacks.length}</td>${shown.map(({ pack }) => html`<td class="cell">${cell(tallies[pack])}</td>`)}</tr>
`,
)}</tbody>
</table></div>
</section>`;
}

function cell(tally: Tally | undefined): Html | Html[] {
  if (!tally || tally.passed + problems(tally) + tally.waived === 0) return html`<span class="is-none">–</span>`;
  const parts = [
    { count: tally.failed, tone: 'is-fail', name: { en: 'failed', ja: '不適合' } },
    { count: tally.unknown, tone: 'is-unknown', name: { en: 'unknown', ja: '判定不能' } },
    { count: tally.passed, tone: 'is-pass', name: { en: 'passed', ja: '適合' } },
    { count: tally.waived, tone: 'is-waived', name: { en: 'waived', ja: '免除' } },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(
      ({ count, tone, name }) => html`<span class="${tone}">${count.toLocaleString('en-US')} ${bilingual(name)}</span>`,
    );
}

function problems({ failed, unknown }: Tally): number {
  return failed + unknown;
}
