import { type Example, type OrganizationPolicy, type PolicyFacts, requestsOf, type Text } from '../../policies/policy';
import { type RolledOutPolicy, type Rollout, stageOf } from '../../policies/rollout';
import { exemptionsOf } from './exemptions';
import { joinAlike } from './join-alike';
import { collapsible, listOf, reachWords, stageWords, words } from './words';

/** What the section of a policy needs besides the policy. */
export interface AccessPolicyPlace {
  readonly facts: PolicyFacts;
  readonly rollout: Rollout;
  readonly documents: readonly RolledOutPolicy[];
  readonly folder: 'service-control' | 'resource-control';
}

/** The section of one service control policy or resource control policy. */
export function accessPolicySection(
  policy: OrganizationPolicy,
  place: AccessPolicyPlace,
  language: keyof Text,
): string {
  const { facts, folder } = place;
  return [
    `### ${policy.id}`,
    `**${policy.title[language]}**`,
    policy.why[language],
    [
      `- ${words.attached[language]}: ${attachmentOf(policy, place, language)}`,
      `- ${words.exempt[language]}: ${exemptionText(policy, facts, language)}`,
      `- ${words.source[language]}: [\`policies/${folder}/${policy.id}.ts\`](../policies/${folder}/${policy.id}.ts)`,
    ].join('\n'),
    examplesOf(policy.denied(facts), words.denied, language),
    examplesOf(policy.allowed(facts), words.allowed, language),
    collapsible(words.statements[language], policy.statements(facts)),
  ].join('\n\n');
}

function attachmentOf(
  policy: OrganizationPolicy,
  { rollout, documents, facts }: AccessPolicyPlace,
  language: keyof Text,
) {
  const document = documents.find(({ policies }) => policies.includes(policy.id));
  if (document) {
    const name = `\`${document.name}\``;
    const reach = reachWords[document.reach][language];
    if (policy.targets === 'suspended-units') {
      return { en: `in ${name}, to ${reach}, at every stage`, ja: `${name} に含めて${reach}へ（段階によらない）` }[
        language
      ];
    }
    const stage = stageWords[stageOf(policy, rollout)][language];
    return { en: `in ${name}, to ${reach} (stage ${stage})`, ja: `${name} に含めて${reach}へ（段階: ${stage}）` }[
      language
    ];
  }
  if (policy.targets === 'suspended-units') {
    const mark = '`suspended: true`';
    return {
      en: `nowhere: no unit has ${mark} in the configuration`,
      ja: `なし。設定に ${mark} の組織単位がない`,
    }[language];
  }
  const option = optionOf(policy, facts);
  if (option === undefined) {
    return { en: 'nowhere: this organization has not chosen it', ja: 'なし。この組織では選択していない' }[language];
  }
  return {
    en: `nowhere: a matter of choice, \`optionalPolicies.${option}\``,
    ja: `なし。選択制（\`optionalPolicies.${option}\`）`,
  }[language];
}

/** The option that brings a policy in. */
function optionOf(policy: OrganizationPolicy, facts: PolicyFacts): string | undefined {
  return Object.keys(facts.options).find((option) => {
    const applies = policy.applies?.({ ...facts, options: { ...facts.options, [option]: true } });
    return applies === true && !policy.applies?.({ ...facts, options: { ...facts.options, [option]: false } });
  });
}

function exemptionText(policy: OrganizationPolicy, facts: PolicyFacts, language: keyof Text): string {
  const exemptions = exemptionsOf(policy, facts).map(({ sid, groups }) => ({
    sid,
    names: listOf(
      groups.map(({ name }) => name[language]),
      language,
    ),
  }));
  const different = [...new Set(exemptions.map(({ names }) => names))];
  if (different.length === 1) return different[0] || words.nobody[language];
  return different
    .map((names) => {
      const sids = exemptions.filter((exemption) => exemption.names === names).map(({ sid }) => `\`${sid}\``);
      const inside = listOf(sids, language);
      return `${names || words.nobody[language]}${language === 'ja' ? `（${inside}）` : ` (${inside})`}`;
    })
    .join(language === 'ja' ? '、' : '; ');
}

function examplesOf(examples: readonly Example[], heading: Text, language: keyof Text): string {
  const requests = examples.flatMap(requestsOf).length;
  const lines = joinAlike(
    examples.map(({ says }) => says[language]),
    language,
  ).map((line) => `- ${line}`);
  const counted = {
    en: `${heading.en} (${requests} ${requests === 1 ? 'request is' : 'requests are'} judged in every test run):`,
    ja: `${heading.ja}（テストのたびに ${requests} 件のリクエストを判定）:`,
  }[language];
  return [counted, lines.join('\n')].join('\n\n');
}
