import type { Text } from '../../../policies/policy';
import { bilingual, type Html, html } from '../html';

const facts: readonly Text[] = [
  {
    en: 'The whole organization was synthesized once, and what CloudFormation will receive was judged: no credentials, no network, no account was touched.',
    ja: '組織全体を一度だけ合成し、CloudFormation が受け取るものを判定しました。認証情報もネットワークも使わず、どのアカウントにも触れていません。',
  },
  {
    en: 'CloudFormation Validate counts as an error whatever level it gives, warnings on property values included.',
    ja: 'CloudFormation Validate の指摘は、プロパティ値の警告も含め、すべてエラーとして扱います。',
  },
  {
    en: 'Proved means: the value is in the template. Asserted means: the template asks for it, and only AWS can say whether it took effect.',
    ja: '「テンプレートで確認」は値がテンプレートにあることを、「要求済み」はテンプレートが要求しており、有効になったかどうかは AWS にしか分からないことを意味します。',
  },
  {
    en: 'A finding is accepted only by a line of waivers.yaml with owner, reason and expiry. An acknowledgement without one ends the gate with exit code 3.',
    ja: '指摘は、担当、理由、期限を書いた waivers.yaml の記述によってのみ受け入れられます。それを伴わない承認があれば、終了コード 3 で終わります。',
  },
  {
    en: 'This is evidence for a review, not a certificate. The rule ids of catalogues are helps to find your way, not statements of compliance.',
    ja: 'これは審査のための証拠であり、認証ではありません。各基準の規則 ID は参照のためのもので、準拠を示すものではありません。',
  },
];

/** How the report came to be, and what it does not say. */
export function methodSection(): Html {
  return html`<section aria-labelledby="method">
<h2 id="method">${bilingual({ en: 'Method and limits', ja: '方法と限界' })}</h2>
<ul class="plain">${facts.map((fact) => html`<li>${bilingual(fact)}</li>`)}</ul>
</section>`;
}
