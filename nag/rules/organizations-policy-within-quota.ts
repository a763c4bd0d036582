import { maximumPolicyCharacters } from '../policy-quotas';
import type { Rule } from '../rule';
import { findIntrinsic, known, UnknownValue } from '../template-value';

/** Every policy fits the quota of its type. */
export const organizationsPolicyWithinQuota: Rule = {
  id: 'organizations-policy-within-quota',
  severity: 'critical',
  types: ['AWS::Organizations::Policy'],
  text: {
    what: {
      en: 'The policy is longer than AWS Organizations accepts.',
      ja: 'ポリシーが AWS Organizations の上限を超えています。',
    },
    why: {
      en: 'The deployment would fail, and none of its rules would hold.',
      ja: 'デプロイが失敗し、その規則は一つも効きません。',
    },
    fix: {
      en: 'Shorten it or split it into two policies; white space counts when the content is text.',
      ja: '短くするか二つのポリシーに分けてください。文字列で渡す場合は空白も数えられます。',
    },
  },
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  judge({ properties }) {
    const content = known(properties, 'Content');
    const reference = findIntrinsic(content);
    if (reference !== undefined) throw new UnknownValue('Content', reference);
    const stored = typeof content === 'string' ? content : (JSON.stringify(content) ?? '');
    const limit = maximumPolicyCharacters(String(known(properties, 'Type')));
    return stored.length > limit ? [`${stored.length}-of-${limit}-characters`] : 'compliant';
  },
};
