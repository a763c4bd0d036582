import { administratorRole, deploymentRole, developerRole, rolesLike } from './example-roles';
import type { Example, PolicyFacts } from './policy';

const stack = ({ partition, homeRegion, workloadAccountId }: PolicyFacts, name: string) =>
  `arn:${partition}:cloudformation:${homeRegion}:${workloadAccountId}:stack/${name}/1a2b3c4d-5e6f-7890-abcd-ef1234567890`;
const filled = (pattern: string) => pattern.replaceAll('*', 'example');
/** What CloudFormation notes on a function it made. */
const tagsOf = (stackName: string, logicalId: string) => ({
  'aws:ResourceTag/aws:cloudformation:stack-name': stackName,
  'aws:ResourceTag/aws:cloudformation:logical-id': logicalId,
});
const settingsFunction = ({ partition, homeRegion, workloadAccountId }: PolicyFacts) =>
  `arn:${partition}:lambda:${homeRegion}:${workloadAccountId}:function:apply-settings`;

const assets = ({ partition, homeRegion, workloadAccountId, bootstrapQualifier }: PolicyFacts) =>
  `arn:${partition}:s3:::cdk-${bootstrapQualifier}-assets-${workloadAccountId}-${homeRegion}`;
const parameter = ({ partition, homeRegion, workloadAccountId }: PolicyFacts, name: string) =>
  `arn:${partition}:ssm:${homeRegion}:${workloadAccountId}:parameter${name}`;

/** Changes of stacks of the baseline and calls of its functions that lend an exempt role. */
export function deniedStackChanges(facts: PolicyFacts): readonly Example[] {
  const [firstStack = '', ...otherStacks] = facts.baselineStacks.map(filled);
  return [
    {
      says: {
        en: 'An intruder updates a stack of the baseline with a template of their own',
        ja: '侵入者がベースラインのスタックを自分のテンプレートで更新する',
      },
      principal: administratorRole(facts),
      action: 'cloudformation:UpdateStack',
      resource: stack(facts, firstStack),
      likewise: {
        actions: [
          'cloudformation:CancelUpdateStack',
          'cloudformation:ContinueUpdateRollback',
          'cloudformation:CreateChangeSet',
          'cloudformation:CreateStack',
          'cloudformation:DeleteChangeSet',
          'cloudformation:DeleteStack',
          'cloudformation:ExecuteChangeSet',
          'cloudformation:RollbackStack',
          'cloudformation:SetStackPolicy',
          'cloudformation:SignalResource',
          'cloudformation:UpdateTerminationProtection',
        ],
        resources: otherStacks.map((name) => stack(facts, name)),
      },
    },
    {
      says: {
        en: 'A developer replaces the code of the function that applies settings',
        ja: '開発者が設定を適用する関数のコードを差し替える',
      },
      principal: developerRole(facts),
      action: 'lambda:UpdateFunctionCode',
      resource: settingsFunction(facts),
      context: { 'aws:ResourceTag/aws:cloudformation:stack-name': firstStack },
      likewise: {
        actions: [
          'lambda:AddPermission',
          'lambda:CreateFunctionUrlConfig',
          'lambda:DeleteFunction',
          'lambda:PublishVersion',
          'lambda:PutFunctionConcurrency',
          'lambda:PutResourcePolicy',
          'lambda:TagResource',
          'lambda:UntagResource',
          'lambda:UpdateFunctionConfiguration',
        ],
      },
    },
    ...[firstStack, ...otherStacks].map((name) => ({
      says: {
        en: `An intruder tells a function of the stack ${name} to set something else`,
        ja: `侵入者がスタック ${name} の設定用の関数を呼び出し、別の設定を適用させる`,
      },
      principal: administratorRole(facts),
      action: 'lambda:InvokeFunction',
      resource: settingsFunction(facts),
      context: tagsOf(name, 'SettingsApplyFunction1A2B3C4D'),
    })),
    ...otherStacks.map((name) => ({
      says: {
        en: `A developer replaces the code of a function of the stack ${name}`,
        ja: `開発者がスタック ${name} の関数のコードを差し替える`,
      },
      principal: developerRole(facts),
      action: 'lambda:UpdateFunctionCode',
      resource: settingsFunction(facts),
      context: { 'aws:ResourceTag/aws:cloudformation:stack-name': name },
    })),
    {
      says: {
        en: 'An intruder replaces the code that waits to be deployed',
        ja: '侵入者が、デプロイを待つコードを差し替える',
      },
      principal: administratorRole(facts),
      action: 's3:PutObject',
      resource: `${assets(facts)}/4cf6f2618cd89cdf.zip`,
      likewise: { actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] },
    },
    {
      says: {
        en: 'An intruder opens the bucket of code to an account of their own',
        ja: '侵入者がコードのバケットを自分のアカウントに公開する',
      },
      principal: administratorRole(facts),
      action: 's3:PutBucketPolicy',
      resource: assets(facts),
      likewise: { actions: ['s3:DeleteBucket', 's3:DeleteBucketPolicy'] },
    },
    ...facts.baselineParameters.map((name) => ({
      says: {
        en: `An intruder names another key or version in a parameter of ${name}`,
        ja: `侵入者が ${name} のパラメータで別のキーやバージョンを指定する`,
      },
      principal: administratorRole(facts),
      action: 'ssm:PutParameter',
      resource: parameter(facts, filled(name)),
      likewise: { actions: ['ssm:DeleteParameter', 'ssm:DeleteParameters'] },
    })),
  ];
}

/** Deployments of the baseline, and work with stacks and functions of one's own. */
export function allowedStackChanges(facts: PolicyFacts): readonly Example[] {
  return [
    {
      says: { en: 'A deployment updates a stack of the baseline', ja: 'デプロイがベースラインのスタックを更新する' },
      principal: deploymentRole(facts),
      action: 'cloudformation:UpdateStack',
      resource: stack(facts, filled(facts.baselineStacks[0] ?? '')),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: {
        en: 'A deployment updates the function that applies settings',
        ja: 'デプロイが設定を適用する関数を更新する',
      },
      principal: deploymentRole(facts),
      action: 'lambda:UpdateFunctionCode',
      resource: settingsFunction(facts),
      context: { 'aws:ResourceTag/aws:cloudformation:stack-name': filled(facts.baselineStacks[0] ?? '') },
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: {
        en: 'CloudFormation calls the function that applies settings, for a deployment',
        ja: 'CloudFormation がデプロイのために設定用の関数を呼び出す',
      },
      principal: deploymentRole(facts),
      action: 'lambda:InvokeFunction',
      resource: settingsFunction(facts),
      context: tagsOf(filled(facts.baselineStacks[0] ?? ''), 'SettingsApplyFunction1A2B3C4D'),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: { en: 'An operator tries the assistant', ja: '運用担当者がアシスタントを試す' },
      principal: developerRole(facts),
      action: 'lambda:InvokeFunction',
      resource: settingsFunction(facts).replace('apply-settings', 'converse'),
      context: tagsOf('example-bedrock-ap-northeast-1', 'AssistantConverseFunction1A2B3C4D'),
    },
    {
      says: { en: 'A developer calls a function of their own', ja: '開発者が自分の関数を呼び出す' },
      principal: developerRole(facts),
      action: 'lambda:InvokeFunction',
      resource: settingsFunction(facts).replace('apply-settings', 'report'),
      context: tagsOf('report', 'ApplyFunction1A2B3C4D'),
    },
    {
      says: { en: 'A developer updates a stack of their own', ja: '開発者が自分のスタックを更新する' },
      principal: developerRole(facts),
      action: 'cloudformation:UpdateStack',
      resource: stack(facts, 'report'),
    },
    {
      says: {
        en: 'A developer updates a function of their own stack',
        ja: '開発者が自分のスタックの関数を更新する',
      },
      principal: developerRole(facts),
      action: 'lambda:UpdateFunctionCode',
      resource: `arn:${facts.partition}:lambda:${facts.homeRegion}:${facts.workloadAccountId}:function:report`,
      context: { 'aws:ResourceTag/aws:cloudformation:stack-name': 'report' },
    },
    {
      says: { en: 'A developer looks at a stack of the baseline', ja: '開発者がベースラインのスタックを参照する' },
      principal: developerRole(facts),
      action: 'cloudformation:DescribeStacks',
      resource: stack(facts, filled(facts.baselineStacks[0] ?? '')),
    },
    {
      says: { en: 'A deployment publishes its code', ja: 'デプロイがコードを公開する' },
      principal: deploymentRole(facts),
      action: 's3:PutObject',
      resource: `${assets(facts)}/4cf6f2618cd89cdf.zip`,
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: {
        en: 'A deployment says in a parameter which key it made',
        ja: 'デプロイが作成したキーをパラメータに記録する',
      },
      principal: deploymentRole(facts),
      action: 'ssm:PutParameter',
      resource: parameter(facts, filled(facts.baselineParameters[0] ?? '')),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: { en: 'A developer writes to a bucket of their own', ja: '開発者が自分のバケットに書き込む' },
      principal: developerRole(facts),
      action: 's3:PutObject',
      resource: `arn:${facts.partition}:s3:::developer-scratch/cdk-report.zip`,
    },
    {
      says: { en: 'A developer sets a parameter of their own', ja: '開発者が自分のパラメータを設定する' },
      principal: developerRole(facts),
      action: 'ssm:PutParameter',
      resource: parameter(facts, '/report/language'),
    },
    {
      says: { en: 'A developer reads a parameter of the baseline', ja: '開発者がベースラインのパラメータを読む' },
      principal: developerRole(facts),
      action: 'ssm:GetParameter',
      resource: parameter(facts, filled(facts.baselineParameters[0] ?? '')),
    },
  ];
}
