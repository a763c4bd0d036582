import type { GateReport } from '../../gate-report';
import { openGroups } from '../finding-groups';
import { bilingual, type Html, html } from '../html';
import { findingCard } from './finding-card';

/** Every finding that fails and that nobody accepted. */
export function findingsSection(report: GateReport): Html {
  const groups = openGroups(report).filter(({ first }) => first.state === 'fail');
  const lead =
    groups.length === 0
      ? { en: 'None that is not accepted by a waiver.', ja: '免除されていない指摘はありません。' }
      : {
          en: 'The same construct in several accounts is one finding here.',
          ja: '複数アカウントの同じコンストラクトは、ここでは一件にまとめています。',
        };
  return html`<section aria-labelledby="findings">
<h2 id="findings">${bilingual({ en: 'Findings', ja: '指摘' })}</h2>
<p class="lead">${bilingual(lead)}</p>
${groups.map(findingCard)}
</section>`;
}
