import { severities } from '../../finding';
import type { GateReport } from '../../gate-report';
import { bilingual, type Html, html } from '../html';
import { severityWords, verdictExplanations, verdictTones, verdictWords } from '../words';

/** The answer, and the figures behind it. */
export function verdictSection({ verdict, accounts }: GateReport): Html {
  const { exitCode, failed, unknown, waived, hygiene, passed, stacks, resources } = verdict;
  const failures = severities.reduce((sum, severity) => sum + failed[severity], 0);
  const bySeverity = severities
    .filter((severity) => failed[severity] > 0)
    .map((severity) => html` · ${bilingual(severityWords[severity])} ${failed[severity]}`);
  return html`<section class="verdict ${verdictTones[exitCode]}" aria-labelledby="verdict">
<h1 id="verdict">${bilingual(verdictWords[exitCode])}</h1>
<p>${bilingual(verdictExplanations[exitCode])}</p>
<p class="muted">${bilingual({ en: `Exit code ${exitCode}`, ja: `終了コード ${exitCode}` })}${bySeverity}</p>
</section>
<dl class="figures">
${figure({ en: 'Failed', ja: '不適合' }, failures, failures > 0 ? 'is-fail' : 'is-none')}
${figure({ en: 'Unknown', ja: '判定不能' }, unknown, unknown > 0 ? 'is-unknown' : 'is-none')}
${figure({ en: 'Waiver problems', ja: '免除の問題' }, hygiene, hygiene > 0 ? 'is-fail' : 'is-none')}
${figure({ en: 'Waived', ja: '免除' }, waived, 'is-waived')}
${figure({ en: 'Passed', ja: '適合' }, passed, 'is-pass')}
${figure({ en: 'Accounts', ja: 'アカウント' }, accounts.length, '')}
${figure({ en: 'Stacks', ja: 'スタック' }, stacks, '')}
${figure({ en: 'Resources', ja: 'リソース' }, resources, '')}
</dl>`;
}

function figure(name: { en: string; ja: string }, value: number, tone: string): Html {
  return html`<div><dt>${bilingual(name)}</dt><dd class="${tone}">${value.toLocaleString('en-US')}</dd></div>`;
}
