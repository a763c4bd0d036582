import { resourceUses } from '../example-resources';
import { developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * Data, keys, queues, secrets, logs and roles of member accounts answer encrypted requests only, whatever their own policies say.
 *
 * Amazon Bedrock and AWS Lambda do not support resource control policies and need none for this: their endpoints speak TLS only.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
export const requireTls: OrganizationPolicy = {
  id: 'require-tls',
  kind: 'resource-control-policy',
  title: {
    en: 'Requests are encrypted on their way',
    ja: 'リクエストの通信を必ず暗号化する',
  },
  why: {
    en: 'Some endpoints still answer plain HTTP, and one client with an old address sends data and tokens for everybody on the way to read.',
    ja: '平文の HTTP に応答するエンドポイントが残っており、古い設定のクライアントがあれば、経路上の誰もがデータとトークンを読める。',
  },
  statements: () => [
    {
      Sid: 'RequireTls',
      Effect: 'Deny',
      Principal: '*',
      // All actions: none of them needs plain text.
      Action: ['dynamodb:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*', 'sts:*'],
      // Every resource of the account.
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    },
  ],
  denied: (facts) =>
    resourceUses(facts).map((use) => ({
      says: { en: `A client asks in plain text: ${use.action}`, ja: `クライアントが平文で ${use.action} を要求する` },
      principal: developerRole(facts),
      ...use,
      context: { 'aws:SecureTransport': 'false' },
    })),
  allowed: (facts) =>
    resourceUses(facts).map((use) => ({
      says: { en: `A client asks over TLS: ${use.action}`, ja: `クライアントが TLS で ${use.action} を要求する` },
      principal: developerRole(facts),
      ...use,
      context: { 'aws:SecureTransport': 'true' },
    })),
};
