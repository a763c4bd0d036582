import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { policyFactsOf } from '../../config/policy-facts';
import { policyRolloutOf } from '../../config/policy-rollout';
import type { Organization } from '../../config/resolve-organization';
import { policyTable } from '../../explain/table/policy-table';
import { tableMarkdown } from '../../explain/table/table-markdown';
import { declarativePolicies, organizationPolicies } from '../../policies/catalogue';
import { permissionSets } from '../../policies/permission-sets';
import type { PolicyFacts, Text } from '../../policies/policy';
import { policyQuotas } from '../../policies/quotas';
import { type RolledOutPolicy, rollOutPolicies } from '../../policies/rollout';
import { accessPolicySection } from './access-policy';
import { exemptGroups } from './exemptions';
import { declarativePolicySection, permissionSetSection } from './other-policies';
import { kindWords, reachWords } from './words';

const texts = {
  title: { en: 'Policies', ja: 'ポリシー' },
  introduction: {
    en: [
      '[日本語](policies.ja.md)',
      'What nobody may do, what services do by themselves, and what people may do, as [`config/organization.ts`](../config/organization.ts) renders it. This page is written by `npm run docs` from [`policies/`](../policies). Every example below is a request that is judged in every test run, with all the policies that apply where it is made; a policy that is weakened fails one of them.',
      'Service control policies bind the principals of member accounts, resource control policies whoever uses a resource in one. Neither binds the management account or service-linked roles.',
    ],
    ja: [
      '[English](policies.md)',
      '禁止されていること、サービスが自動で行うこと、人ができることを、[`config/organization.ts`](../config/organization.ts) の組織について示します。このページは `npm run docs` が [`policies/`](../policies) から生成します。以下の例はすべて、テストのたびに、その場所で有効なポリシー全体で判定されるリクエストです。ポリシーが弱まると、いずれかの例が失敗します。',
      'サービスコントロールポリシーはメンバーアカウントのプリンシパルを、リソースコントロールポリシーはメンバーアカウントのリソースを使うすべての人を縛ります。管理アカウントとサービスにリンクされたロールには、どちらも効きません。',
    ],
  },
  documents: { en: 'Where they are attached', ja: 'アタッチ先' },
  documentsText: {
    en: 'AWS attaches few policies to a target, so the rules share documents. A new rule starts on canary units (`rollout` in the configuration), goes to every unit, then to the root.',
    ja: 'アタッチできるポリシーの数には限りがあるため、複数の規則を 1 つの文書にまとめます。新しい規則はカナリアの組織単位から始め（設定の `rollout`）、すべての組織単位、ルートへと広げます。',
  },
  documentsHead: {
    en: '| Document | Attached to | Characters | Rules |\n|---|---|--:|---|',
    ja: '| 文書 | アタッチ先 | 文字数 | 規則 |\n|---|---|--:|---|',
  },
  table: { en: 'What the organization denies', ja: '組織が拒否すること' },
  tableText: {
    en: 'The questions a security officer asks about an account, as `ishizue policies table` answers them.',
    ja: 'セキュリティ担当者がアカウントについて尋ねる質問への、`ishizue policies table` の回答です。',
  },
  exempt: { en: 'Who is exempt', ja: '例外となるロール' },
  exemptText: {
    en: 'Some rules leave roles alone that would otherwise be locked out. [`protect-baseline-roles`](#protect-baseline-roles) sees to it that nobody else makes or changes a role with such a name.',
    ja: '締め出されると困るロールを例外とする規則があります。その名前のロールをほかの誰も作成・変更できないことは [`protect-baseline-roles`](#protect-baseline-roles) が保証します。',
  },
  exemptHead: { en: '| Name | Who | Roles |\n|---|---|---|', ja: '| 名称 | 対象 | ロール |\n|---|---|---|' },
  resourceControl: {
    en: 'Amazon Bedrock and AWS Lambda do not support resource control policies: what protects them is the service control policies above, and the resource policies of each account.',
    ja: 'Amazon Bedrock と AWS Lambda はリソースコントロールポリシーに対応していません。これらを守るのは、上のサービスコントロールポリシーと、各アカウントのリソースベースのポリシーです。',
  },
  declarative: { en: 'Declarative and management policies', ja: '宣言型ポリシーと管理ポリシー' },
  declarativeText: {
    en: 'They set what services do in every account, and members cannot change it.',
    ja: 'すべてのアカウントでのサービスの動作を決めます。メンバーアカウントからは変更できません。',
  },
  permissionSets: { en: 'Permission sets', ja: '許可セット' },
  permissionSetsText: {
    en: 'What people may do after they signed in, below the policies above. Each is a job title.',
    ja: 'サインインした人ができることです。上のポリシーの範囲内で、職務ごとに定めています。',
  },
} as const;

/** The page about the policies of an organization, for its security officer. */
export function policyPage(organization: Organization, language: keyof Text): string {
  const facts = policyFactsOf(organization);
  const rollout = policyRolloutOf(organization);
  const documents = rollOutPolicies(organizationPolicies, facts, rollout);
  const accessPolicies = (['service-control', 'resource-control'] as const).flatMap((folder) => [
    `## ${kindWords[`${folder}-policy`][language]}`,
    ...(folder === 'resource-control' ? [texts.resourceControl[language]] : []),
    ...organizationPolicies
      .filter(({ kind }) => kind === `${folder}-policy`)
      .map((policy) => accessPolicySection(policy, { facts, rollout, documents, folder }, language)),
  ]);
  const permissionSetFacts = permissionSetFactsOf(organization);
  return `${[
    `# ${texts.title[language]}`,
    ...texts.introduction[language],
    `## ${texts.table[language]}`,
    texts.tableText[language],
    tableMarkdown(policyTable(organization), language, (policy) => `#${policy}`),
    `## ${texts.documents[language]}`,
    texts.documentsText[language],
    documentTable(documents, language),
    `## ${texts.exempt[language]}`,
    texts.exemptText[language],
    exemptTable(facts, language),
    ...accessPolicies,
    `## ${texts.declarative[language]}`,
    texts.declarativeText[language],
    ...declarativePolicies.map((policy) => declarativePolicySection(policy, facts, language)),
    `## ${texts.permissionSets[language]}`,
    texts.permissionSetsText[language],
    ...permissionSets.map((set) =>
      permissionSetSection(set, permissionSetFacts, organization.identityCenter.assignments, language),
    ),
  ].join('\n\n')}\n`;
}

function documentTable(documents: readonly RolledOutPolicy[], language: keyof Text): string {
  const rows = documents.map(({ name, reach, kind, characters, policies }) => {
    const size = `${characters.toLocaleString('en')} / ${policyQuotas[kind].characters.toLocaleString('en')}`;
    const rules = policies.map((id) => `[${id}](#${id})`).join(', ');
    return `| \`${name}\` | ${reachWords[reach][language]} | ${size} | ${rules} |`;
  });
  return [texts.documentsHead[language], ...rows].join('\n');
}

function exemptTable(facts: PolicyFacts, language: keyof Text): string {
  const rows = exemptGroups.map(({ name, who, roleArns }) => {
    const roles = roleArns(facts).map((arn) => `\`${arn.replace(/^.*:role\//, '')}\``);
    return `| ${name[language]} | ${who[language]} | ${roles.join('<br>')} |`;
  });
  return [texts.exemptHead[language], ...rows].join('\n');
}
