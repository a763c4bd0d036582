import { isLimitedBy, servicesOf, statementsOf } from '../policy-document';
import type { Rule } from '../rule';

const sourceKeys = ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

/** Every trust of an AWS service names the account, resource or organization it acts for. */
export const serviceTrustNamesSource: Rule = {
  id: 'service-trust-names-source',
  severity: 'high',
  types: ['AWS::IAM::Role'],
  text: {
    what: {
      en: 'The role trusts a service on behalf of anybody.',
      ja: 'ロールが、誰のためであってもサービスを信頼しています。',
    },
    why: {
      en: 'Another customer of the service could have it use this role (the confused deputy).',
      ja: 'そのサービスの別の利用者が、サービスにこのロールを使わせるおそれがあります（混乱した代理人）。',
    },
    fix: {
      en: 'Add a condition on aws:SourceAccount, aws:SourceArn or aws:SourceOrgID to the trust policy.',
      ja: '信頼ポリシーに aws:SourceAccount、aws:SourceArn、aws:SourceOrgID のいずれかの条件を加えてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  judge({ properties }) {
    const trusts = statementsOf(properties, 'AssumeRolePolicyDocument').filter(({ Effect }) => Effect === 'Allow');
    const toServices = trusts.filter((statement) => servicesOf(statement).length > 0);
    if (toServices.length === 0) return 'not-applicable';
    const open = toServices.filter((statement) => !isLimitedBy(statement, sourceKeys));
    return [...new Set(open.flatMap(servicesOf))].sort();
  },
};
