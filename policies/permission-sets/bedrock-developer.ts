import type { PermissionSet } from '../permission-set';
import { auditLogArns, denyReadingPrompts } from '../prompt-log-access';

/** Tries approved models through a guardrail and sees how the assistant behaves; deploys nothing and reads no prompt of others. */
export const bedrockDeveloper: PermissionSet = {
  name: 'bedrock-developer',
  title: {
    en: 'Tries approved models through a guardrail and watches the assistant',
    ja: '承認済みモデルをガードレール経由で試し、アシスタントの動作を確認する',
  },
  why: {
    en: 'Building an assistant needs models and metrics, not the questions of colleagues. Changes reach the account through the pipeline.',
    ja: 'アシスタントの開発に必要なのはモデルとメトリクスであり、同僚の質問内容ではない。変更はパイプラインを通じて反映する。',
  },
  sessionDuration: 'PT4H',
  managedPolicies: ['AmazonBedrockReadOnly'],
  statements: (facts) => {
    const { partition } = facts;
    const callModel = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
    const models = `arn:${partition}:bedrock:*::foundation-model/*`;
    const profiles = facts.inferenceProfiles.map((id) => `arn:${partition}:bedrock:*:*:inference-profile/${id}`);
    return [
      { Sid: 'CallApprovedInferenceProfiles', Effect: 'Allow', Action: callModel, Resource: profiles },
      {
        Sid: 'RunModelsThroughThem',
        Effect: 'Allow',
        Action: callModel,
        // The profile decides which model; the condition ties the model to an approved profile.
        Resource: models,
        Condition: { ArnLike: { 'bedrock:InferenceProfileArn': profiles } },
      },
      {
        Sid: 'DenyCallsWithoutAGuardrail',
        Effect: 'Deny',
        Action: callModel,
        Resource: models,
        Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
      },
      {
        Sid: 'ApplyGuardrails',
        Effect: 'Allow',
        Action: 'bedrock:ApplyGuardrail',
        // The id of a guardrail is not known before it exists; the account the set is assigned to is the limit.
        Resource: [`arn:${partition}:bedrock:*:*:guardrail/*`, `arn:${partition}:bedrock:*:*:guardrail-profile/*`],
      },
      {
        Sid: 'UseEncryptedGuardrails',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: `arn:${partition}:kms:*:*:key/*`,
        Condition: { StringLike: { 'kms:ViaService': 'bedrock.*.amazonaws.com' } },
      },
      {
        Sid: 'ReadLogsWithoutPrompts',
        Effect: 'Allow',
        Action: [
          'logs:DescribeLogStreams',
          'logs:FilterLogEvents',
          'logs:GetLogEvents',
          'logs:GetLogGroupFields',
          'logs:GetQueryResults',
          'logs:StartQuery',
        ],
        // The functions' own log groups get their names from CloudFormation: from the id of their stack.
        Resource: [
          ...auditLogArns(facts),
          `arn:${partition}:logs:*:*:log-group:*-bedrock-*`,
          `arn:${partition}:logs:*:*:log-group:*-assistant-*`,
        ],
      },
      {
        Sid: 'WatchTheAssistant',
        Effect: 'Allow',
        Action: [
          'cloudformation:DescribeStackEvents',
          'cloudformation:DescribeStacks',
          'cloudwatch:DescribeAlarms',
          'cloudwatch:GetDashboard',
          'cloudwatch:GetMetricData',
          'cloudwatch:GetMetricStatistics',
          'cloudwatch:ListDashboards',
          'cloudwatch:ListMetrics',
          'lambda:GetFunctionConfiguration',
          'lambda:ListFunctions',
          'logs:DescribeLogGroups',
          'logs:DescribeQueryDefinitions',
          'logs:StopQuery',
        ],
        // Lists and metrics have no resource to name; none of them shows a prompt.
        Resource: '*',
      },
      ...denyReadingPrompts(facts),
    ];
  },
};
