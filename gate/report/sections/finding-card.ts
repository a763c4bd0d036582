import type { Finding } from '../../finding';
import { type FindingGroup, ruleOf, whereOf } from '../finding-groups';
import { bilingual, type Html, html } from '../html';
import { severityWords, stateWords } from '../words';

const shownPlaces = 3;

/** One group of findings: what, why, where, the file to edit, what to do. */
export function findingCard({ number, first, findings }: FindingGroup): Html {
  const tone = first.state === 'fail' ? 'is-fail' : 'is-unknown';
  const places = findings.map(place);
  return html`<article class="card" id="finding-${number}">
<span class="tag ${tone}">${bilingual(severityWords[first.severity])} · ${bilingual(stateWords[first.state])}</span> <code>${ruleOf(first)}</code>
<p class="title">${bilingual(first.title)}</p>
${first.why && html`<p class="muted">${bilingual(first.why)}</p>`}
<dl class="facts">
${first.location === undefined ? undefined : html`<dt>${bilingual({ en: 'Edit', ja: '編集する箇所' })}</dt><dd><code>${first.location}</code></dd>`}
<dt>${bilingual({ en: 'Where', ja: '対象' })}</dt><dd><ul>${places.slice(0, shownPlaces)}</ul>${others(places.slice(shownPlaces))}</dd>
<dt>${bilingual({ en: 'Fix', ja: '対応' })}</dt><dd>${bilingual(first.fix)}</dd>
</dl>
</article>`;
}

function place(finding: Finding): Html {
  const { detail } = finding;
  return html`<li><code>${whereOf(finding)}</code>${detail === undefined ? undefined : html`<br><code class="muted">[${detail}]</code>`}</li>`;
}

function others(places: readonly Html[]): Html | undefined {
  if (places.length === 0) return undefined;
  const more = { en: `${places.length} more`, ja: `ほか ${places.length} 件` };
  return html`<details><summary>${bilingual(more)}</summary><ul>${places}</ul></details>`;
}
