import { administratorRole, assistantRole, deploymentRole, developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * Amazon Bedrock keeps no request and no answer: the retention mode can be set to `none` and to nothing else, by nobody.
 *
 * The policy keeps the mode where it is; a setting of each workload account puts it there, because an account that was never set
 * inherits what each model does. A model that must keep data refuses to answer.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
 */
export const protectZeroDataRetention: OrganizationPolicy = {
  id: 'protect-zero-data-retention',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Nobody lets AWS keep prompts and answers',
    ja: 'プロンプトと回答を AWS 側に保持させない',
  },
  why: {
    en: 'Some models keep prompts for up to 30 days and let people review them. One call of an API is enough to agree for a whole account.',
    ja: 'プロンプトを最長 30 日保持し、人による閲覧を求めるモデルがある。API を一度呼ぶだけで、アカウント全体が同意したことになる。',
  },
  statements: () =>
    [
      {
        Sid: 'ProtectZeroDataRetention',
        Effect: 'Deny',
        Action: 'bedrock:PutAccountDataRetention',
        // The action has no resource.
        Resource: '*',
        Condition: { StringNotEquals: { 'bedrock:DataRetentionMode': 'none' } },
      },
      {
        Sid: 'ProtectZeroDataRetentionMantle',
        Effect: 'Deny',
        Action: [
          'bedrock-mantle:CreateProject',
          'bedrock-mantle:PutAccountDataRetention',
          'bedrock-mantle:UpdateProject',
        ],
        // The account as well as every project in it.
        Resource: '*',
        Condition: { StringNotEquals: { 'bedrock-mantle:DataRetentionMode': 'none' } },
      },
    ] as const,
  denied: (facts) =>
    [
      {
        says: {
          en: 'An administrator agrees to human review to get a new model',
          ja: '管理者が新しいモデルのために人による閲覧に同意する',
        },
        principal: administratorRole(facts),
        action: 'bedrock:PutAccountDataRetention',
        resource: '*',
        context: { 'bedrock:DataRetentionMode': 'aws_review' },
        likewise: { principals: [deploymentRole(facts)] },
      },
      {
        says: {
          en: 'An administrator sets the mode back to what each model does',
          ja: '管理者が保持モードをモデルごとの既定に戻す',
        },
        principal: administratorRole(facts),
        action: 'bedrock:PutAccountDataRetention',
        resource: '*',
        context: { 'bedrock:DataRetentionMode': 'inherit' },
      },
      {
        says: {
          en: 'A developer makes a project that keeps what it is told',
          ja: '開発者が入力内容を保持するプロジェクトを作成する',
        },
        principal: developerRole(facts),
        action: 'bedrock-mantle:CreateProject',
        resource: `arn:${facts.partition}:bedrock-mantle:${facts.homeRegion}:${facts.workloadAccountId}:project/experiment`,
        context: { 'bedrock-mantle:DataRetentionMode': 'default' },
        likewise: { actions: ['bedrock-mantle:PutAccountDataRetention', 'bedrock-mantle:UpdateProject'] },
      },
    ] as const,
  allowed: (facts) => [
    {
      says: {
        en: 'The setting of a workload account sets the mode to none',
        ja: 'ワークロードアカウントの設定処理が保持モードを none にする',
      },
      principal: deploymentRole(facts),
      action: 'bedrock:PutAccountDataRetention',
      resource: '*',
      context: { 'bedrock:DataRetentionMode': 'none' },
      likewise: { principals: [administratorRole(facts)] },
    },
    {
      says: { en: 'An auditor reads the mode', ja: '監査人が保持モードを確認する' },
      principal: developerRole(facts),
      action: 'bedrock:GetAccountDataRetention',
      resource: '*',
    },
    ...(facts.options.allowBedrockMantle ? ['CreateProject', 'UpdateProject'] : []).map((action) => ({
      says: {
        en: `A project of the other endpoint, which is open, is told to keep nothing: ${action}`,
        ja: `開放済みのもう一つのエンドポイントのプロジェクトに、何も保持しないよう設定する: ${action}`,
      },
      principal: assistantRole(facts),
      action: `bedrock-mantle:${action}`,
      resource: `arn:${facts.partition}:bedrock-mantle:${facts.homeRegion}:${facts.workloadAccountId}:project/experiment`,
      context: { 'bedrock-mantle:DataRetentionMode': 'none' },
    })),
  ],
};
