import type { GateReport } from '../../gate-report';
import { openGroups } from '../finding-groups';
import { bilingual, type Html, html } from '../html';
import { findingCard } from './finding-card';

/** What the gate could not know, and what no gate can. */
export function unknownAndManualSection(report: GateReport): Html {
  const groups = openGroups(report).filter(({ first }) => first.state !== 'fail');
  return html`<section aria-labelledby="unknown">
<h2 id="unknown">${bilingual({ en: 'Unknown and manual', ja: '判定不能と手作業の確認' })}</h2>
<p class="lead">${
    groups.length === 0
      ? bilingual({ en: 'Every check knew its answer.', ja: 'すべての検査で答えが分かりました。' })
      : bilingual({
          en: 'What could not be known blocks like a finding.',
          ja: '判定できないものは、指摘と同じく先に進めません。',
        })
  }</p>
${groups.map(findingCard)}
<h3>${bilingual({ en: 'For a person to look at', ja: '人が確認すること' })}</h3>
<ul class="plain">${report.manual.map(
    ({ what, how }) => html`<li>${bilingual(what)}<br><span class="muted">${bilingual(how)}</span></li>`,
  )}</ul>
</section>`;
}
