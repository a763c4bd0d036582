import { purposeOf } from '../../../config/stack-purposes';
import type { AccountSummary, GateReport, StackSummary } from '../../gate-report';
import { bilingual, type Html, html } from '../html';

/** Parts of how the CDK builds a stack: they bring nothing that the account would not have without them. */
const plumbing = ['AWS::CDK::Metadata', 'Custom::Settings'];

/** What every account receives, stack by stack. */
export function accountsSection({ accounts }: GateReport): Html {
  return html`<section aria-labelledby="accounts">
<h2 id="accounts">${bilingual({ en: 'What each account receives', ja: '各アカウントが受け取るもの' })}</h2>
<p class="lead">${bilingual({
    en: 'Every stack with its resources, and the settings it makes where CloudFormation has no resource.',
    ja: 'すべてのスタックとそのリソース、および CloudFormation にリソースがないために API で行う設定です。',
  })}</p>
${accounts.map(accountOf)}
</section>`;
}

function accountOf({ name, id, stacks }: AccountSummary): Html {
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  return html`<details class="account"><summary><b>${name}</b> <code>${id}</code> · ${bilingual({
    en: `${stacks.length} ${stacks.length === 1 ? 'stack' : 'stacks'}, ${resources} resources`,
    ja: `スタック ${stacks.length} 件、リソース ${resources} 件`,
  })}</summary>
<div class="scroll"><table class="stack">
<thead><tr><th>${bilingual({ en: 'Stack', ja: 'スタック' })}</th><th>${bilingual({ en: 'Region', ja: 'リージョン' })}</th><th>${bilingual({ en: 'Receives', ja: '内容' })}</th></tr></thead>
<tbody>${stacks.map(stackOf)}</tbody>
</table></div></details>
`;
}

function stackOf({ id, region, description, types, settings }: StackSummary): Html {
  const shown = Object.entries(types).filter(([type]) => !plumbing.includes(type));
  return html`<tr><th><code>${id}</code></th><td><code>${region}</code></td><td>${
    description === undefined ? undefined : html`<p>${bilingual(purposeOf(description))}</p>`
  }<p class="chips">${shown.map(([type, count]) => html`<span>${shortType(type)}${count > 1 ? html` × ${count}` : undefined}</span> `)}${settings.map(
    (setting) => html`<span class="setting">${bilingual({ en: 'setting', ja: '設定' })} ${setting}</span> `,
  )}</p></td></tr>
`;
}

/** `AWS::S3::Bucket` as people say it. */
function shortType(type: string): string {
  return type.replace(/^AWS::/, '').replaceAll('::', ' ');
}
