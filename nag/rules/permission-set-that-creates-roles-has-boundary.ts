import { nameOfStatement, statementsOf, type TemplateStatement } from '../policy-document';
import type { Rule } from '../rule';
import { known, listAt, membersOf, textOf } from '../template-value';

/** Actions that make or enlarge a role, with which a person gives themselves more than the permission set does. */
const enlarging = [
  'iam:CreateRole',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
];

/** Policies of AWS that allow one of them. */
const managed = /policy\/(AdministratorAccess|IAMFullAccess|job-function\/SystemAdministrator)$/;

/** Whoever can create roles is limited by a permissions boundary, but for break-glass. */
export const permissionSetThatCreatesRolesHasBoundary: Rule = {
  id: 'permission-set-that-creates-roles-has-boundary',
  severity: 'high',
  types: ['AWS::SSO::PermissionSet'],
  text: {
    what: {
      en: 'The permission set can create or enlarge roles and has no permissions boundary.',
      ja: '許可セットがロールを作成・拡大でき、アクセス許可の境界がありません。',
    },
    why: {
      en: 'A role made with it could do what the permission set itself may not, and outlives the session.',
      ja: 'それで作ったロールは許可セット自体にない権限を持て、セッションが終わっても残ります。',
    },
    fix: {
      en: 'Set permissionsBoundary: true on the permission set, or take the actions away.',
      ja: '許可セットに permissionsBoundary: true を指定するか、そのアクションを外してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html',
  judge({ properties }) {
    const name = known(properties, 'Name');
    if (typeof name === 'string' && name.startsWith('break-glass')) return 'not-applicable';
    if (known(properties, 'PermissionsBoundary') !== undefined) return 'compliant';
    return [
      ...listAt(properties, 'ManagedPolicies')
        .map(textOf)
        .flatMap((arn) => managed.exec(arn)?.[1] ?? []),
      ...statementsOf(properties, 'InlinePolicy').flatMap((statement, index) =>
        createsRoles(statement) ? [nameOfStatement(statement, index)] : [],
      ),
    ];
  },
};

function createsRoles(statement: TemplateStatement): boolean {
  if (statement.Effect !== 'Allow') return false;
  if ('NotAction' in statement) return true;
  const patterns = membersOf(statement, 'Action').map((action) => matcherOf(textOf(action)));
  return enlarging.some((action) => patterns.some((pattern) => pattern.test(action)));
}

function matcherOf(action: string): RegExp {
  const escaped = action.replace(/[.+^$(){}|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
