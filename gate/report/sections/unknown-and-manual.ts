import type { Text } from '../../../policies/policy';
import type { GateReport, ManualCheck, Notice } from '../../gate-report';
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
<ul class="plain">${report.manual.map(manualItem)}</ul>
${
  report.notices.length === 0
    ? undefined
    : html`<h3>${bilingual({ en: 'Worth knowing', ja: 'お知らせ' })}</h3>
<ul class="plain">${report.notices.map(noticeItem)}</ul>`
}
</section>`;
}

const stateNames: Readonly<Record<ManualCheck['state'], Text>> = {
  confirmed: { en: 'confirmed', ja: '確認済み' },
  outdated: { en: 'look again', ja: '再確認が必要' },
  open: { en: 'open', ja: '未確認' },
};

function manualItem({ what, how, state, evidence }: ManualCheck): Html {
  const tone = state === 'confirmed' ? 'is-waived' : 'is-unknown';
  const said =
    evidence && html`<br><span class="muted">${evidence.checkedBy} · ${evidence.checkedOn} · ${evidence.link}</span>`;
  return html`<li>${bilingual(what)} <span class="tag ${tone}">${bilingual(stateNames[state])}</span><br><span class="muted">${bilingual(how)}</span>${said}</li>`;
}

function noticeItem({ message, place }: Notice): Html {
  return html`<li>${bilingual(message)}<br><code class="muted">${place}</code></li>`;
}
