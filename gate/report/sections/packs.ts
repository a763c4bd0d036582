import type { Tally } from '../../finding';
import type { GateReport, PackSummary } from '../../gate-report';
import { bilingual, type Html, html } from '../html';

/** How often each state was seen, by family of checks and by rule. */
export function packsSection({ packs }: GateReport): Html {
  return html`<section aria-labelledby="packs">
<h2 id="packs">${bilingual({ en: 'Rules', ja: '規則' })}</h2>
<p class="lead">${bilingual({
    en: 'Every rule was applied to every resource. A rule that throws is unknown, not failed.',
    ja: 'すべての規則をすべてのリソースに適用しました。例外を出した規則は不適合ではなく判定不能です。',
  })}</p>
<div class="scroll"><table>
${heading({ en: 'Family', ja: '種類' }, true)}
<tbody>${packs.map(
    ({ pack, rules, applied, tally }) =>
      html`<tr><th>${pack}</th><td class="count">${rules ?? '–'}</td><td class="count">${applied.length}</td>${counts(tally)}</tr>`,
  )}</tbody>
</table></div>
${packs.filter(({ applied }) => applied.length > 0).map(rulesOf)}
</section>`;
}

function rulesOf({ pack, applied }: PackSummary): Html {
  return html`<details><summary>${bilingual({ en: `${pack}: ${applied.length} rules that applied`, ja: `${pack}: 適用された ${applied.length} 規則` })}</summary>
<div class="scroll"><table>${heading({ en: 'Rule', ja: '規則' }, false)}
<tbody>${applied.map(({ rule, tally }) => html`<tr><td><code>${rule}</code></td>${counts(tally)}</tr>`)}</tbody>
</table></div></details>
`;
}

function heading(first: { en: string; ja: string }, ofPacks: boolean): Html {
  const columns = [
    ...(ofPacks
      ? [
          { en: 'Rules', ja: '規則' },
          { en: 'Applied', ja: '適用' },
        ]
      : []),
    { en: 'Passed', ja: '適合' },
    { en: 'Failed', ja: '不適合' },
    { en: 'Unknown', ja: '判定不能' },
    { en: 'Waived', ja: '免除' },
    { en: 'Not applicable', ja: '対象外' },
  ];
  return html`<thead><tr><th>${bilingual(first)}</th>${columns.map((name) => html`<th class="count">${bilingual(name)}</th>`)}</tr></thead>`;
}

function counts({ passed, failed, unknown, waived, notApplicable }: Tally): Html[] {
  return [
    count(passed, 'is-pass'),
    count(failed, 'is-fail'),
    count(unknown, 'is-unknown'),
    count(waived, 'is-waived'),
    count(notApplicable, 'is-none'),
  ];
}

function count(value: number, tone: string): Html {
  return html`<td class="count"><span class="${value > 0 ? tone : 'is-none'}">${value.toLocaleString('en-US')}</span></td>`;
}
