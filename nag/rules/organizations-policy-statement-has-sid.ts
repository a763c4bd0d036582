import { nameOfStatement, statementsOf } from '../policy-document';
import type { Rule } from '../rule';
import { known } from '../template-value';

/** Every statement of a service or resource control policy has a unique Sid. */
export const organizationsPolicyStatementHasSid: Rule = {
  id: 'organizations-policy-statement-has-sid',
  severity: 'low',
  types: ['AWS::Organizations::Policy'],
  text: {
    what: {
      en: 'A statement of the policy has no name of its own.',
      ja: 'ポリシーに、固有の名前を持たないステートメントがあります。',
    },
    why: {
      en: 'An access denied message names the policy only; the Sid tells people which rule stopped them.',
      ja: 'アクセス拒否のメッセージはポリシー名しか示しません。どの規則が止めたのかは Sid で分かります。',
    },
    fix: {
      en: 'Give every statement a Sid that is unique in the policy.',
      ja: 'すべてのステートメントに、ポリシー内で一意の Sid を付けてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
  judge({ properties }) {
    const type = known(properties, 'Type');
    if (type !== 'SERVICE_CONTROL_POLICY' && type !== 'RESOURCE_CONTROL_POLICY') return 'not-applicable';
    const names = statementsOf(properties, 'Content').map(nameOfStatement);
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    const unnamed = names.filter((name) => name.startsWith('Statement.'));
    return [...new Set([...unnamed, ...repeated])];
  },
};
