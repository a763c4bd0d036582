import type { OrganizationPolicy, PolicyFacts, Statement, Text } from '../../policies/policy';

/** Roles that policies leave alone, and what they are called on the page. */
export interface ExemptGroup {
  readonly id: 'administration' | 'recovery' | 'auditors' | 'procurement';
  readonly name: Text;
  readonly who: Text;
  readonly roleArns: (facts: PolicyFacts) => readonly string[];
}

export const exemptGroups: readonly ExemptGroup[] = [
  {
    id: 'administration',
    name: { en: 'deployments and administrators', ja: 'デプロイと管理者' },
    who: {
      en: 'The roles of `cdk bootstrap`, the functions that apply settings, platform administrators, and whoever repairs accounts',
      ja: '`cdk bootstrap` のロール、設定を適用する関数、プラットフォーム管理者、復旧の担当者',
    },
    roleArns: ({ administrationRoleArns }) => administrationRoleArns,
  },
  {
    id: 'recovery',
    name: { en: 'whoever repairs accounts', ja: '復旧の担当者' },
    who: {
      en: 'Break-glass and the role the management account enters with',
      ja: '緊急用の権限と、管理アカウントから入るためのロール',
    },
    roleArns: ({ recoveryRoleArns }) => recoveryRoleArns,
  },
  {
    id: 'auditors',
    name: { en: 'auditors', ja: '監査人' },
    who: { en: 'Security auditors, who look and change nothing', ja: '閲覧だけを行うセキュリティ監査人' },
    roleArns: ({ auditorRoleArns }) => auditorRoleArns,
  },
  {
    id: 'procurement',
    name: { en: 'procurement', ja: '調達の担当者' },
    who: { en: 'Who may agree to licenses of models', ja: 'モデルの使用許諾に同意できる担当者' },
    roleArns: ({ procurementRoleArns }) => procurementRoleArns,
  },
];

/** Who is exempt from each statement of a policy: the largest groups that the condition on the principal names. */
export function exemptionsOf(
  policy: OrganizationPolicy,
  facts: PolicyFacts,
): readonly { readonly sid: string; readonly groups: readonly ExemptGroup[] }[] {
  return policy.statements(facts).map((statement) => ({ sid: statement.Sid, groups: groupsOf(statement, facts) }));
}

function groupsOf({ Condition }: Statement, facts: PolicyFacts): readonly ExemptGroup[] {
  const exempt = [Condition?.ArnNotLike?.['aws:PrincipalArn'] ?? []].flat();
  const whole = exemptGroups.filter(({ roleArns }) => {
    const arns = roleArns(facts);
    return arns.length > 0 && arns.every((arn) => exempt.includes(arn));
  });
  // A group inside another one that is exempt as well goes without saying.
  const groups = whole.filter(
    (group) =>
      !whole.some((other) => {
        const others = other.roleArns(facts);
        const own = group.roleArns(facts);
        return other !== group && others.length > own.length && own.every((arn) => others.includes(arn));
      }),
  );
  const named = new Set(groups.flatMap(({ roleArns }) => roleArns(facts)));
  const unnamed = exempt.filter((arn) => !named.has(arn));
  if (unnamed.length > 0) throw new Error(`no group of exempt roles has ${unnamed.join(', ')}`);
  return groups;
}
