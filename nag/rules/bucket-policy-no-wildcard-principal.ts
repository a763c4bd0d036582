import { openStatements, statementsOf } from '../policy-document';
import type { Rule } from '../rule';

/** No statement of a bucket policy allows everybody. */
export const bucketPolicyNoWildcardPrincipal: Rule = {
  id: 'bucket-policy-no-wildcard-principal',
  severity: 'critical',
  types: ['AWS::S3::BucketPolicy'],
  text: {
    what: {
      en: 'The bucket policy allows everybody.',
      ja: 'バケットポリシーが全員に許可を与えています。',
    },
    why: {
      en: 'A wildcard principal without a condition on the organization or account opens the bucket to every AWS customer.',
      ja: '組織やアカウントを条件にしないワイルドカードのプリンシパルは、バケットをすべての AWS 利用者に開きます。',
    },
    fix: {
      en: 'Name the principal, or limit the statement by aws:PrincipalOrgID, aws:SourceArn or aws:SourceAccount.',
      ja: 'プリンシパルを明示するか、aws:PrincipalOrgID、aws:SourceArn、aws:SourceAccount のいずれかで制限してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-policies.html',
  judge({ properties }) {
    return openStatements(statementsOf(properties, 'PolicyDocument'));
  },
};
