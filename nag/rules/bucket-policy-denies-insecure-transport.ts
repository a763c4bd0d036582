import { statementsOf, type TemplateStatement } from '../policy-document';
import { bucketPoliciesOf } from '../related-resources';
import type { Rule } from '../rule';
import { isObject, known, membersOf, objectAt, textOf } from '../template-value';

/** Every bucket refuses requests without TLS. */
export const bucketPolicyDeniesInsecureTransport: Rule = {
  id: 'bucket-policy-denies-insecure-transport',
  severity: 'high',
  types: ['AWS::S3::Bucket'],
  text: {
    what: {
      en: 'The bucket accepts requests without TLS.',
      ja: 'バケットが TLS を使わないリクエストを受け付けます。',
    },
    why: {
      en: 'What is read or written could be seen and changed on its way.',
      ja: '読み書きする内容が、途中で見られたり変えられたりするおそれがあります。',
    },
    fix: {
      en: 'Deny s3:* to everybody on the bucket and its objects when aws:SecureTransport is false (enforceSSL: true).',
      ja: 'aws:SecureTransport が false のとき、バケットとオブジェクトへの s3:* を全員に対して拒否してください（enforceSSL: true）。',
    },
  },
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  judge({ logicalId, properties, template }) {
    const statements = bucketPoliciesOf(logicalId, properties, template).flatMap((policy) =>
      statementsOf(policy, 'PolicyDocument'),
    );
    return statements.some(deniesInsecureTransport) ? 'compliant' : 'non-compliant';
  },
};

function deniesInsecureTransport(statement: TemplateStatement): boolean {
  if (statement.Effect !== 'Deny') return false;
  const principal = known(statement, 'Principal');
  const everybody = principal === '*' || (isObject(principal) && membersOf(principal, 'AWS').includes('*'));
  const everything = membersOf(statement, 'Action').some((action) => action === 's3:*' || action === '*');
  const resources = membersOf(statement, 'Resource').map(textOf);
  const objects = resources.some((resource) => resource.endsWith('/*') || resource === '*');
  const bucket = resources.some((resource) => !resource.endsWith('/*'));
  const secureTransport = objectAt(objectAt(statement, 'Condition'), 'Bool')['aws:SecureTransport'];
  const insecure = secureTransport === 'false' || secureTransport === false;
  return everybody && everything && objects && bucket && insecure;
}
