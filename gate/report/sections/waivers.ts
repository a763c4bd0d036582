import type { Finding } from '../../finding';
import type { GateReport, HygieneProblem, WaiverSummary } from '../../gate-report';
import { type Day, daysBetween } from '../../waiver-life';
import { whereOf } from '../finding-groups';
import { bilingual, type Html, html } from '../html';
import { severityWords } from '../words';

/** What is accepted, by whom, why and for how long. */
export function waiversSection({ waivers, findings, hygiene, meta }: GateReport): Html {
  const byExpiry = [...waivers].sort((a, b) =>
    a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : a.id < b.id ? -1 : 1,
  );
  return html`<section aria-labelledby="waivers">
<h2 id="waivers">${bilingual({ en: 'Waivers', ja: '免除' })}</h2>
<p class="lead">${bilingual({
    en: 'Findings that somebody accepted. The bar is the time that is left; the first to expire comes first.',
    ja: '受け入れた指摘です。棒は残りの期間を表し、期限の近い順に並べています。',
  })}</p>
${hygiene.length === 0 ? undefined : html`<ul class="plain">${hygiene.map(problem)}</ul>`}
${
  waivers.length === 0
    ? html`<p>${bilingual({ en: 'There are none.', ja: 'ありません。' })}</p>`
    : html`<div class="scroll"><table class="stack">
<thead><tr><th>${bilingual({ en: 'Waiver', ja: '免除' })}</th><th>${bilingual({ en: 'What is accepted, and why', ja: '受け入れた内容と理由' })}</th><th>${bilingual({ en: 'Owner', ja: '担当' })}</th><th>${bilingual({ en: 'Risk', ja: 'リスク' })}</th><th>${bilingual({ en: 'Expires', ja: '期限' })}</th></tr></thead>
<tbody>${byExpiry.map((waiver) => row(waiver, findings, meta.date))}</tbody>
</table></div>`
}
</section>`;
}

function problem({ blocking, place, message }: HygieneProblem): Html {
  return html`<li><span class="${blocking ? 'is-fail' : 'is-unknown'}">${bilingual(message)}</span> <code>${place}</code></li>`;
}

function row(waiver: WaiverSummary, findings: readonly Finding[], today: Day): Html {
  const { id, rule, stack, path, reason, owner, risk, ticket, expires, matches, place } = waiver;
  const accepted = findings.filter((finding) => finding.waiver === id);
  return html`<tr>
<th>${id}<span class="small"><code>${place}</code></span></th>
<td><code>${rule}</code><span class="small"><code>${[stack, path].filter((glob) => glob !== undefined).join(' · ')}</code></span>
${bilingual(reason)}
<details><summary>${bilingual({ en: `accepts ${matches}`, ja: `${matches} 件を受け入れ` })}</summary><ul>${accepted.map((finding) => html`<li><code>${whereOf(finding)}</code></li>`)}</ul></details></td>
<td>${owner}${ticket === undefined ? undefined : html`<span class="small">${ticket}</span>`}</td>
<td>${bilingual(severityWords[risk])}</td>
<td>${expires}<span class="small">${remaining(waiver, today)}</span>${lifeBar(waiver, today)}</td>
</tr>
`;
}

function remaining({ expires }: WaiverSummary, today: Day): Html {
  const days = daysBetween(today, expires);
  return days > 0
    ? bilingual({ en: `in ${days} ${days === 1 ? 'day' : 'days'}`, ja: `あと ${days} 日` })
    : bilingual({ en: 'expired', ja: '期限切れ' });
}

const barWidth = 130;

function lifeBar({ created, expires, status }: WaiverSummary, today: Day): Html {
  const share = Math.min(1, Math.max(0, daysBetween(today, expires) / daysBetween(created, expires)));
  const tone = { live: '', expiring: 'soon', expired: 'over' }[status];
  const width = status === 'expired' ? barWidth : Math.round(share * barWidth);
  return html`<svg class="life" viewBox="0 0 ${barWidth} 10" aria-hidden="true"><rect class="track" width="${barWidth}" height="4" y="3" rx="2"/><rect class="left ${tone}" width="${width}" height="4" y="3" rx="2"/></svg>`;
}
