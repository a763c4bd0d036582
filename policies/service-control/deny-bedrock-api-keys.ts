import { approvedCalls } from '../example-model-calls';
import { administratorRole, assistantRole, developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * No API keys: none works at any of the three endpoints that take them, and no long-lived one is made. A short-lived key is made on the
 * caller's own machine, which nobody can prevent; using it is denied.
 *
 * Service-specific credentials are denied for every service, not for Amazon Bedrock alone: the others are long-lived keys of IAM users
 * as well. Deleting one stays open.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html
 */
export const denyBedrockApiKeys: OrganizationPolicy = {
  id: 'deny-bedrock-api-keys',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Models are called with roles, never with API keys',
    ja: 'モデルの呼び出しにはロールを使い、API キーは使わせない',
  },
  why: {
    en: 'An API key is a password in an environment variable. Whoever finds it spends the budget, and the trail shows a user nobody knows.',
    ja: 'API キーは環境変数に置かれたパスワードである。見つけた者が予算を使い果たし、証跡には正体不明のユーザーが残る。',
  },
  statements: () => [
    {
      Sid: 'DenyBedrockApiKeysUsed',
      Effect: 'Deny',
      Action: [
        'aws-external-anthropic:CallWithBearerToken',
        'bedrock-mantle:CallWithBearerToken',
        'bedrock:CallWithBearerToken',
      ],
      // The actions have no resource.
      Resource: '*',
    },
    {
      Sid: 'DenyBedrockApiKeysMade',
      Effect: 'Deny',
      Action: [
        'iam:CreateServiceSpecificCredential',
        'iam:ResetServiceSpecificCredential',
        'iam:UpdateServiceSpecificCredential',
      ],
      // Every user there is.
      Resource: '*',
    },
  ],
  denied: (facts) =>
    [
      {
        says: { en: 'A tool calls a model with an API key', ja: 'ツールが API キーでモデルを呼び出す' },
        principal: developerRole(facts),
        action: 'bedrock:CallWithBearerToken',
        resource: '*',
        context: { 'bedrock:BearerTokenType': 'SHORT_TERM' },
      },
      {
        says: {
          en: 'A tool uses an API key at one of the other endpoints',
          ja: 'ツールが別のエンドポイントで API キーを使う',
        },
        principal: developerRole(facts),
        action: 'bedrock-mantle:CallWithBearerToken',
        resource: '*',
        likewise: { actions: ['aws-external-anthropic:CallWithBearerToken'] },
      },
      {
        says: {
          en: 'An administrator makes an API key that does not expire',
          ja: '管理者が期限のない API キーを作成する',
        },
        principal: administratorRole(facts),
        action: 'iam:CreateServiceSpecificCredential',
        resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:user/legacy`,
        context: { 'iam:ServiceSpecificCredentialServiceName': 'bedrock.amazonaws.com' },
        likewise: { actions: ['iam:ResetServiceSpecificCredential', 'iam:UpdateServiceSpecificCredential'] },
      },
    ] as const,
  allowed: (facts) => [
    ...approvedCalls(facts).slice(0, 1),
    {
      says: { en: 'An administrator deletes an API key', ja: '管理者が API キーを削除する' },
      principal: administratorRole(facts),
      action: 'iam:DeleteServiceSpecificCredential',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:user/legacy`,
    },
    {
      says: { en: 'An application reads a prompt it manages', ja: 'アプリケーションが管理しているプロンプトを読む' },
      principal: assistantRole(facts),
      action: 'bedrock:GetPrompt',
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:prompt/ABCDEFGHIJ`,
    },
  ],
};
