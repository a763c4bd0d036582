import { nameOfStatement, statementsOf, type TemplateStatement } from '../policy-document';
import type { Rule } from '../rule';
import { known, listAt, membersOf, textOf } from '../template-value';

/** No permission set but the break-glass one gives everything. */
export const permissionSetNoAdministratorWildcard: Rule = {
  id: 'permission-set-no-administrator-wildcard',
  severity: 'high',
  types: ['AWS::SSO::PermissionSet'],
  text: {
    what: {
      en: 'The permission set gives every permission.',
      ja: '許可セットがすべての権限を与えます。',
    },
    why: {
      en: 'One signed-in person, or whoever took over the browser, could do everything in the account. Only the break-glass permission set may, and each use of it alarms.',
      ja: 'サインインした一人、あるいはそのブラウザーを乗っ取った者が、アカウントで何でもできてしまいます。許されるのは緊急用の許可セットだけで、使用のたびに警報が出ます。',
    },
    fix: {
      en: 'Replace AdministratorAccess or Allow * on * by the actions the job needs.',
      ja: 'AdministratorAccess や * に対する * の許可を、業務に必要なアクションに置き換えてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html',
  judge({ properties }) {
    const name = known(properties, 'Name');
    if (typeof name === 'string' && name.startsWith('break-glass')) return 'not-applicable';
    const managed = listAt(properties, 'ManagedPolicies').map(textOf);
    if (managed.some((arn) => arn.endsWith('policy/AdministratorAccess'))) return ['AdministratorAccess'];
    return statementsOf(properties, 'InlinePolicy').flatMap((statement, index) =>
      givesEverything(statement) ? [nameOfStatement(statement, index)] : [],
    );
  },
};

function givesEverything(statement: TemplateStatement): boolean {
  if (statement.Effect !== 'Allow' || 'Condition' in statement) return false;
  const actions = 'NotAction' in statement || membersOf(statement, 'Action').includes('*');
  const resources = 'NotResource' in statement || membersOf(statement, 'Resource').includes('*');
  return actions && resources;
}
