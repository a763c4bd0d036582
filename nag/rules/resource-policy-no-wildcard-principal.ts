import { openStatements, statementsOf } from '../policy-document';
import type { Rule } from '../rule';

const policyProperties: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
};

/** No statement of a key, topic, queue or secret policy allows everybody. */
export const resourcePolicyNoWildcardPrincipal: Rule = {
  id: 'resource-policy-no-wildcard-principal',
  severity: 'critical',
  types: ['AWS::KMS::Key', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SecretsManager::ResourcePolicy'],
  text: {
    what: {
      en: 'The resource policy allows everybody.',
      ja: 'リソースポリシーが全員に許可を与えています。',
    },
    why: {
      en: 'A wildcard principal without a condition on the organization or account opens the resource to every AWS customer.',
      ja: '組織やアカウントを条件にしないワイルドカードのプリンシパルは、リソースをすべての AWS 利用者に開きます。',
    },
    fix: {
      en: 'Name the principal, or limit the statement by aws:PrincipalOrgID, aws:SourceArn or aws:SourceAccount.',
      ja: 'プリンシパルを明示するか、aws:PrincipalOrgID、aws:SourceArn、aws:SourceAccount のいずれかで制限してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  judge({ entry, properties }) {
    return openStatements(statementsOf(properties, policyProperties[entry.Type] ?? 'PolicyDocument'));
  },
};
