import { approvedCalls, foundationModelArn, modelCall } from '../example-model-calls';
import { assistantRole, developerRole } from '../example-roles';
import type { OrganizationPolicy } from '../policy';

/**
 * The ways to a model, or out of it, that bypass guardrails and the invocation log: the endpoint `bedrock-mantle`, Claude Platform on
 * AWS (`aws-external-anthropic`), tools that search the web on behalf of a model (`bedrock-websearch`, system tools), and batches of
 * prompts, which no guardrail reads and no log keeps.
 *
 * They have IAM prefixes or actions of their own, so that policies which speak of `bedrock:InvokeModel` do not see them. An
 * organization that opens `bedrock-mantle` by option keeps its model list and its data retention.
 *
 * The security accounts are such a way as well: they have no invocation log, and no business with a model.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/web-grounding.html
 */
export const denyBedrockSideDoors: OrganizationPolicy = {
  id: 'deny-bedrock-side-doors',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'No model without guardrails and invocation log',
    ja: 'ガードレールと呼び出しログのない経路を使わせない',
  },
  why: {
    en: 'What has no invocation log cannot be answered for: who asked what, and what was answered.',
    ja: '呼び出しログのない経路では、誰が何を尋ね何が返されたかを説明できない。',
  },
  statements: ({ options, auditAccountId, logArchiveAccountId }) => [
    {
      Sid: 'DenyBedrockSideDoors',
      Effect: 'Deny',
      // All actions of these prefixes: none of them has a guardrail or a log.
      Action: [
        'aws-external-anthropic:*',
        ...(options.allowBedrockMantle ? [] : ['bedrock-mantle:*']),
        'bedrock-websearch:*',
        'bedrock:CreateModelInvocationJob',
        'bedrock:InvokeTool',
      ],
      // Whatever the resource: the prefix is the point.
      Resource: '*',
    },
    {
      Sid: 'DenyBedrockSideDoorsUnlogged',
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      // Every model: in these accounts nobody has business with any.
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': [auditAccountId, logArchiveAccountId] } },
    },
  ],
  denied: (facts) => {
    const { partition, homeRegion, workloadAccountId, options } = facts;
    return [
      ...[facts.auditAccountId, facts.logArchiveAccountId].map((accountId) => ({
        ...modelCall(facts, {
          says: {
            en: 'Somebody calls an approved model in a security account, which has no invocation log',
            ja: '呼び出しログのないセキュリティ用アカウントで、承認済みモデルを呼び出す',
          },
          resource: foundationModelArn(facts, homeRegion, facts.inferenceProfiles[0]?.foundationModel ?? ''),
          likewise: ['bedrock:InvokeModelWithResponseStream'],
        }),
        principal: `arn:${partition}:iam::${accountId}:role/somebody`,
      })),
      ...(options.allowBedrockMantle ? [] : ['CreateInference', 'CreateProject', 'CreateFile']).map((action) => ({
        says: {
          en: `An application uses the other endpoint: ${action}`,
          ja: `アプリケーションがもう一つのエンドポイントを使う: ${action}`,
        },
        principal: assistantRole(facts),
        action: `bedrock-mantle:${action}`,
        resource: `arn:${partition}:bedrock-mantle:${homeRegion}:${workloadAccountId}:project/default`,
      })),
      {
        says: { en: 'A developer uses Claude Platform on AWS', ja: '開発者が Claude Platform on AWS を使う' },
        principal: developerRole(facts),
        action: 'aws-external-anthropic:CreateInference',
        resource: `arn:${partition}:aws-external-anthropic:${homeRegion}:${workloadAccountId}:workspace/default`,
        likewise: { actions: ['aws-external-anthropic:AssumeConsole'] },
      },
      {
        says: { en: 'A developer runs a batch of prompts', ja: '開発者がプロンプトをまとめてバッチ推論にかける' },
        principal: developerRole(facts),
        action: 'bedrock:CreateModelInvocationJob',
        resource: `arn:${partition}:bedrock:${homeRegion}:${workloadAccountId}:model-invocation-job/a1b2c3d4e5f6`,
        likewise: {
          resources: [foundationModelArn(facts, homeRegion, facts.inferenceProfiles[0]?.foundationModel ?? '')],
        },
      },
      {
        says: { en: 'A model searches the web', ja: 'モデルがウェブを検索する' },
        principal: assistantRole(facts),
        action: 'bedrock-websearch:InvokeSearch',
        resource: `arn:${partition}:bedrock-websearch:${homeRegion}:aws:tool/web-search`,
        likewise: { actions: ['bedrock-websearch:ExternalWebAccess', 'bedrock-websearch:InvokeFetch'] },
      },
      {
        says: {
          en: 'A model grounds its answer in a web search',
          ja: 'モデルがウェブ検索の結果を使って回答する',
        },
        principal: assistantRole(facts),
        action: 'bedrock:InvokeTool',
        resource: `arn:${partition}:bedrock::${workloadAccountId}:system-tool/amazon.nova_grounding`,
      },
    ];
  },
  allowed: (facts) => [
    ...approvedCalls(facts).slice(0, 1),
    {
      says: { en: 'A developer lists the guardrails', ja: '開発者がガードレールの一覧を見る' },
      principal: developerRole(facts),
      action: 'bedrock:ListGuardrails',
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:guardrail/a1b2c3d4e5f6`,
    },
  ],
};
