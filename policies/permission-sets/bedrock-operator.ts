import type { PermissionSet } from '../permission-set';
import { auditLogArns, denyReadingPrompts } from '../prompt-log-access';

/** Keeps the assistant running: sees who asked when and what failed, tries it out, asks AWS for help and quota. */
export const bedrockOperator: PermissionSet = {
  name: 'bedrock-operator',
  title: {
    en: 'Keeps the assistant running',
    ja: 'アシスタントの運用',
  },
  why: {
    en: 'An alarm at night needs the dashboard, the audit log and a trial call, and none of the questions.',
    ja: '夜間のアラームに必要なのはダッシュボード・監査ログ・試し呼び出しであり、質問内容ではない。',
  },
  sessionDuration: 'PT4H',
  managedPolicies: ['AmazonBedrockReadOnly', 'AWSSupportAccess'],
  statements: (facts) => {
    const { partition } = facts;
    return [
      {
        Sid: 'TryTheAssistant',
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: `arn:${partition}:lambda:*:*:function:${facts.converseFunction}`,
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
          'logs:StartLiveTail',
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
        Sid: 'AskForQuota',
        Effect: 'Allow',
        Action: 'servicequotas:RequestServiceQuotaIncrease',
        Resource: `arn:${partition}:servicequotas:*:*:bedrock/*`,
      },
      {
        Sid: 'WatchTheAssistant',
        Effect: 'Allow',
        Action: [
          'cloudformation:DescribeStackEvents',
          'cloudformation:DescribeStacks',
          'cloudwatch:DescribeAlarmHistory',
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
          'logs:StopLiveTail',
          'logs:StopQuery',
          'servicequotas:GetServiceQuota',
          'servicequotas:ListRequestedServiceQuotaChangeHistory',
          'servicequotas:ListServiceQuotas',
        ],
        // Lists and metrics have no resource to name; none of them shows a prompt.
        Resource: '*',
      },
      ...denyReadingPrompts(facts),
    ];
  },
};
