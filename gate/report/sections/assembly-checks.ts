import type { Tally } from '../../finding';
import type { CheckSummary, GateReport } from '../../gate-report';
import { bilingual, type Html, html } from '../html';
import { assuranceWords } from '../words';

/** The promises that no single resource can keep. */
export function assemblyChecksSection({ checks }: GateReport): Html {
  return html`<section aria-labelledby="checks">
<h2 id="checks">${bilingual({ en: 'Across accounts', ja: 'アカウントをまたぐ検査' })}</h2>
<p class="lead">${bilingual({
    en: 'Promises about the organization as a whole, and how sure this report can be of each.',
    ja: '組織全体についての約束と、その確かさを示します。',
  })}</p>
<div class="scroll"><table class="stack">
<thead><tr><th>${bilingual({ en: 'Promise', ja: '約束' })}</th><th>${bilingual({ en: 'State', ja: '状態' })}</th><th>${bilingual({ en: 'How it is known', ja: '確認方法' })}</th></tr></thead>
<tbody>${checks.map(row)}</tbody>
</table></div>
</section>`;
}

function row({ id, promise, tally, assurance, because }: CheckSummary): Html {
  return html`<tr><td>${bilingual(promise)}<span class="small"><code>${id}</code></span></td><td>${state(tally)}${
    because === undefined ? undefined : html`<span class="small">${bilingual(because)}</span>`
  }</td><td>${bilingual(assuranceWords[assurance])}</td></tr>
`;
}

function state({ failed, unknown, waived, passed, notApplicable }: Tally): Html {
  if (failed > 0)
    return html`<span class="is-fail">${bilingual({ en: `${failed} failed`, ja: `不適合 ${failed} 件` })}</span>`;
  if (unknown > 0) return html`<span class="is-unknown">${bilingual({ en: 'unknown', ja: '判定不能' })}</span>`;
  if (waived > 0)
    return html`<span class="is-waived">${bilingual({ en: `${waived} waived`, ja: `免除 ${waived} 件` })}</span>`;
  if (passed > 0) return html`<span class="is-pass">${bilingual({ en: 'kept', ja: '適合' })}</span>`;
  return notApplicable > 0
    ? html`<span class="is-none">${bilingual({ en: 'does not apply', ja: '対象外' })}</span>`
    : html`<span class="is-none">${bilingual({ en: 'nothing to judge', ja: '対象なし' })}</span>`;
}
