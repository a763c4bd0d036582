import type { PermissionSet, PermissionSetFacts } from '../../policies/permission-set';
import type { DeclarativePolicy, PolicyFacts, Text } from '../../policies/policy';
import { collapsible, listOf, targetWords, words } from './words';

/** What it takes to choose a declarative policy that is a matter of choice, by the field of the facts it depends on. */
const choices: Readonly<Record<string, string>> = {
  'enforce-organization-guardrail': 'organizationGuardrail',
  'standardize-tags': 'standardTags',
};

export function declarativePolicySection(policy: DeclarativePolicy, facts: PolicyFacts, language: keyof Text): string {
  const { id, type, title, why } = policy;
  const chosen = policy.applies?.(facts) ?? true;
  const target = targetWords[policy.target?.(facts) ?? 'root'][language];
  const field = choices[id];
  if (!chosen && field === undefined) throw new Error(`nothing says how ${id} is chosen`);
  const attached = chosen
    ? { en: `as \`${type}\`, to ${target}`, ja: `\`${type}\` として${target}へ` }
    : { en: `nowhere: a matter of choice, \`${field}\``, ja: `なし。選択制（\`${field}\`）` };
  return [
    `### ${id}`,
    `**${title[language]}**`,
    why[language],
    [
      `- ${words.attached[language]}: ${attached[language]}`,
      `- ${words.source[language]}: [\`policies/declarative/${id}.ts\`](../policies/declarative/${id}.ts)`,
    ].join('\n'),
    ...needsOf(policy, language),
    ...(chosen ? [collapsible(words.content[language], policy.content(facts))] : []),
  ].join('\n\n');
}

function needsOf({ needs = [] }: DeclarativePolicy, language: keyof Text): readonly string[] {
  if (needs.length === 0) return [];
  const list = needs.map((need, index) => `${index + 1}. ${need[language]}`).join('\n');
  return [`${words.needs[language]}:`, list];
}

/** Who is assigned a permission set, and in which accounts. */
export interface Assignment {
  readonly group: string;
  readonly permissionSet: string;
  readonly accounts: readonly string[];
}

export function permissionSetSection(
  set: PermissionSet,
  facts: PermissionSetFacts,
  assignments: readonly Assignment[],
  language: keyof Text,
): string {
  const statements = set.statements(facts);
  const managed = set.managedPolicies.map((name) => `\`${name}\``);
  const hours = set.sessionDuration.replace(/^PT(\d)H$/, '$1');
  const session = { en: `${hours} ${hours === '1' ? 'hour' : 'hours'}`, ja: `${hours} 時間` }[language];
  return [
    `### ${set.name}`,
    `**${set.title[language]}**`,
    set.why[language],
    [
      `- ${words.assigned[language]}: ${assignmentsOf(set, assignments, language)}`,
      `- ${words.session[language]}: ${session}`,
      `- ${words.managed[language]}: ${listOf(managed, language) || words.none[language]}`,
      `- ${words.source[language]}: [\`policies/permission-sets/${set.name}.ts\`](../policies/permission-sets/${set.name}.ts)`,
    ].join('\n'),
    ...(statements.length > 0 ? [collapsible(words.statements[language], statements)] : []),
  ].join('\n\n');
}

function assignmentsOf({ name }: PermissionSet, assignments: readonly Assignment[], language: keyof Text): string {
  const own = assignments.filter(({ permissionSet }) => permissionSet === name);
  if (own.length === 0) return words.nobody[language];
  return own
    .map(({ group, accounts }) => {
      const places = listOf(
        accounts.map((account) => `\`${account}\``),
        language,
      );
      return { en: `\`${group}\` in ${places}`, ja: `\`${group}\`（${places}）` }[language];
    })
    .join(language === 'ja' ? '、' : '; ');
}
