import type { GateReport, HygieneProblem } from '../../gate-report';
import { type FindingGroup, openGroups } from '../finding-groups';
import { bilingual, type Html, html } from '../html';
import { severityWords, stateWords } from '../words';

const most = 5;

/** What to look at first: at most five things, the most severe ones, each with the file to edit. Absent when nothing is wrong. */
export function readFirstSection(report: GateReport): Html | undefined {
  const problems = report.hygiene.filter(({ blocking }) => blocking);
  const items = [...problems.map(problemItem), ...openGroups(report).map(findingItem)];
  if (items.length === 0) return undefined;
  const shown = Math.min(most, items.length);
  return html`<section aria-labelledby="first">
<h2 id="first">${bilingual({ en: 'Read this first', ja: '最初に見るもの' })}</h2>
<p class="lead">${bilingual({
    en: `The ${shown} most severe of ${items.length}, with the file to edit.`,
    ja: `${items.length} 件のうち重大なもの ${shown} 件と、編集するファイルです。`,
  })}</p>
<ol class="first">${items.slice(0, most)}</ol>
</section>`;
}

function findingItem({ number, first, findings }: FindingGroup): Html {
  const failed = first.state === 'fail';
  const label = failed ? severityWords[first.severity] : stateWords[first.state];
  const times = findings.length > 1 ? html` <span class="muted">× ${findings.length}</span>` : undefined;
  return html`<li><span class="tag ${failed ? 'is-fail' : 'is-unknown'}">${bilingual(label)}</span> <a href="#finding-${number}">${bilingual(first.title)}</a>${times}<br><code class="muted">${first.location ?? first.path ?? first.check}</code></li>`;
}

function problemItem({ message, place }: HygieneProblem): Html {
  return html`<li><span class="tag is-waived">${bilingual({ en: 'waiver', ja: '免除' })}</span> <a href="#waivers">${bilingual(message)}</a><br><code class="muted">${place}</code></li>`;
}
