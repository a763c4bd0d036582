import { approvedCalls, foundationModelArn, governedSources, modelCall } from '../example-model-calls';
import { administratorRole, assistantRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts, Statement } from '../policy';

/** Services without regions. Their requests go to one region of AWS's choice, so the region of a request says nothing. */
const globalServices = [
  'account:*',
  'artifact:*',
  'aws-marketplace:*',
  'billing:*',
  'budgets:*',
  'ce:*',
  'cloudfront:*',
  'consolidatedbilling:*',
  'cost-optimization-hub:*',
  'cur:*',
  'ec2:DescribeRegions',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'invoicing:*',
  'networkmanager:*',
  'notifications-contacts:*',
  'notifications:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'route53:*',
  'route53domains:*',
  's3:GetAccountPublicAccessBlock',
  's3:GetBucketLocation',
  's3:ListAllMyBuckets',
  's3:PutAccountPublicAccessBlock',
  'savingsplans:*',
  'shield:*',
  'sts:*',
  'support:*',
  'supportplans:*',
  'tax:*',
  'trustedadvisor:*',
];

/** Regional services with a part for global ones in us-east-1: certificates and firewalls of CloudFront, events of IAM. */
const partlyGlobalServices = ['acm:*', 'cloudtrail:LookupEvents', 'wafv2:*'];

const invoke = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * Nothing runs outside the governed regions, but for services without regions, for models that an approved inference profile
 * routes there, and for the guardrail of that call.
 *
 * The first statement has the literal form scanners look for. Cross-region inference needs the others: a call through a
 * profile is judged in every region the model may run in, and a guardrail of the STANDARD tier is judged as a guardrail
 * profile in every region of its geography. Calling a model there directly stays denied.
 *
 * Roles that repair accounts are exempt, because what was left behind in another region has to be removed by somebody.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrail-profiles-permissions.html
 * https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
 */
export const limitRegions: OrganizationPolicy = {
  id: 'limit-regions',
  kind: 'service-control-policy',
  title: {
    en: 'Nothing runs outside the governed regions',
    ja: '統制対象のリージョン以外では何も動かさない',
  },
  why: {
    en: 'What runs where nobody looks is found on the invoice: detection, data retention and backups are set up in governed regions only.',
    ja: '誰も見ていないリージョンの利用は請求書で初めて発覚する。検知・データ保持・バックアップの設定は統制対象のリージョンにしかない。',
  },
  statements: (facts) => [
    {
      Sid: 'LimitRegions',
      Effect: 'Deny',
      NotAction: [...globalServices, ...partlyGlobalServices, ...invoke, 'bedrock:ApplyGuardrail'].sort(),
      // Everything, wherever it is.
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': facts.governedRegions },
        ArnNotLike: { 'aws:PrincipalArn': facts.recoveryRoleArns },
      },
    },
    {
      Sid: 'LimitRegionsPartlyGlobal',
      Effect: 'Deny',
      Action: partlyGlobalServices,
      // Everything of these services, wherever it is.
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': [...new Set([...facts.governedRegions, 'us-east-1'])] },
        ArnNotLike: { 'aws:PrincipalArn': facts.recoveryRoleArns },
      },
    },
    {
      Sid: 'LimitRegionsInference',
      Effect: 'Deny',
      Action: invoke,
      // Every model: which ones are approved is another policy's matter.
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': facts.governedRegions },
        // True as well for a call that names no profile.
        ArnNotLike: { 'bedrock:InferenceProfileArn': approvedGeographies(facts) },
      },
    },
    guardrailsInGeography(facts),
  ],
  denied: (facts) => {
    const { partition, workloadAccountId } = facts;
    const region = elsewhere(facts);
    const [profile] = facts.inferenceProfiles;
    const model = foundationModelArn(facts, region, profile?.foundationModel ?? '');
    return [
      {
        says: {
          en: `An intruder starts servers in ${region}`,
          ja: `侵入者が ${region} でサーバーを起動する`,
        },
        principal: administratorRole(facts),
        action: 'ec2:RunInstances',
        resource: `arn:${partition}:ec2:${region}:${workloadAccountId}:instance/*`,
        context: { 'aws:RequestedRegion': region },
      },
      {
        says: {
          en: `A developer starts a batch job in ${region}`,
          ja: `開発者が ${region} でバッチ推論を実行する`,
        },
        principal: developerRole(facts),
        action: 'bedrock:CreateModelInvocationJob',
        resource: model,
        context: { 'aws:RequestedRegion': region },
      },
      {
        says: { en: `A developer makes a bucket in ${region}`, ja: `開発者が ${region} にバケットを作成する` },
        principal: developerRole(facts),
        action: 's3:CreateBucket',
        resource: `arn:${partition}:s3:::developer-scratch`,
        context: { 'aws:RequestedRegion': region },
      },
      {
        says: { en: `A developer makes a trail in ${region}`, ja: `開発者が ${region} に証跡を作成する` },
        principal: developerRole(facts),
        action: 'cloudtrail:CreateTrail',
        resource: `arn:${partition}:cloudtrail:${region}:${workloadAccountId}:trail/experiment`,
        context: { 'aws:RequestedRegion': region },
      },
      {
        says: {
          en: `A developer requests a certificate in ${region}`,
          ja: `開発者が ${region} で証明書を発行する`,
        },
        principal: developerRole(facts),
        action: 'acm:RequestCertificate',
        resource: '*',
        context: { 'aws:RequestedRegion': region },
        likewise: { actions: ['cloudtrail:LookupEvents', 'wafv2:CheckCapacity'] },
      },
      ...invoke.map((action) =>
        modelCall(facts, {
          says: {
            en: `An application calls a model in ${region} directly`,
            ja: `アプリケーションが ${region} のモデルを直接呼び出す`,
          },
          action,
          resource: model,
        }),
      ),
      modelCall(facts, {
        says: {
          en: 'An unapproved profile routes a call out of the geography',
          ja: '承認されていないプロファイルが呼び出しを別の地域に送る',
        },
        resource: model,
        profileArn: `arn:${partition}:bedrock:${facts.homeRegion}:${workloadAccountId}:inference-profile/elsewhere.example`,
      }),
      {
        says: {
          en: `Somebody applies a guardrail of their own in ${region}`,
          ja: `${region} にある自分のガードレールを適用する`,
        },
        principal: assistantRole(facts),
        action: 'bedrock:ApplyGuardrail',
        resource: `arn:${partition}:bedrock:${region}:${workloadAccountId}:guardrail/a1b2c3d4e5f6`,
        context: { 'aws:RequestedRegion': region },
      },
    ];
  },
  allowed: (facts) => {
    const { partition, workloadAccountId } = facts;
    const region = elsewhere(facts);
    return [
      ...facts.governedRegions.flatMap((governed) => [
        {
          says: { en: `A developer lists functions in ${governed}`, ja: `開発者が ${governed} の関数の一覧を見る` },
          principal: developerRole(facts),
          action: 'lambda:ListFunctions',
          resource: '*',
          context: { 'aws:RequestedRegion': governed },
          likewise: { actions: ['acm:ListCertificates'] },
        },
        {
          says: {
            en: `An application applies a guardrail in ${governed}`,
            ja: `アプリケーションが ${governed} のガードレールを適用する`,
          },
          principal: assistantRole(facts),
          action: 'bedrock:ApplyGuardrail',
          resource: `arn:${partition}:bedrock:${governed}:${workloadAccountId}:guardrail/a1b2c3d4e5f6`,
          context: { 'aws:RequestedRegion': governed },
        },
      ]),
      ...approvedCalls(facts),
      ...facts.governedRegions.map((governed) =>
        modelCall(facts, {
          says: {
            en: `An application calls an approved model in ${governed} without a profile`,
            ja: `アプリケーションが ${governed} の承認済みモデルをプロファイルなしで呼び出す`,
          },
          resource: foundationModelArn(facts, governed, facts.inferenceProfiles[0]?.foundationModel ?? ''),
        }),
      ),
      ...facts.guardrailProfiles.flatMap(({ id, regions }) =>
        regions.map((evaluated) => ({
          says: {
            en: `A guardrail of the profile ${id} is evaluated in ${evaluated}`,
            ja: `プロファイル ${id} のガードレールが ${evaluated} で評価される`,
          },
          principal: assistantRole(facts),
          action: 'bedrock:ApplyGuardrail',
          resource: `arn:${partition}:bedrock:${evaluated}:${workloadAccountId}:guardrail-profile/${id}`,
          context: { 'aws:RequestedRegion': evaluated },
        })),
      ),
      {
        says: {
          en: 'Somebody uses a service without regions, whose requests go to another region',
          ja: 'リージョンのないサービスを使う（リクエストは別のリージョンに届く）',
        },
        principal: developerRole(facts),
        action: 'iam:ListRoles',
        resource: '*',
        context: { 'aws:RequestedRegion': region },
        likewise: {
          actions: [
            'account:GetContactInformation',
            'artifact:GetReport',
            'aws-marketplace:ViewSubscriptions',
            'billing:GetBillingData',
            'budgets:ViewBudget',
            'ce:GetCostAndUsage',
            'cloudfront:ListDistributions',
            'consolidatedbilling:GetAccountBillingRole',
            'cost-optimization-hub:ListRecommendations',
            'cur:DescribeReportDefinitions',
            'ec2:DescribeRegions',
            'freetier:GetFreeTierUsage',
            'globalaccelerator:ListAccelerators',
            'health:DescribeEvents',
            'invoicing:GetInvoicePDF',
            'networkmanager:ListCoreNetworks',
            'notifications-contacts:ListEmailContacts',
            'notifications:ListNotificationHubs',
            'organizations:DescribeOrganization',
            'payments:GetPaymentStatus',
            'pricing:GetProducts',
            'route53:ListHostedZones',
            'route53domains:ListDomains',
            's3:GetAccountPublicAccessBlock',
            's3:GetBucketLocation',
            's3:ListAllMyBuckets',
            's3:PutAccountPublicAccessBlock',
            'savingsplans:DescribeSavingsPlans',
            'shield:DescribeSubscription',
            'sts:DecodeAuthorizationMessage',
            'support:DescribeCases',
            'supportplans:GetSupportPlan',
            'tax:GetTaxRegistration',
            'trustedadvisor:ListChecks',
          ],
        },
      },
      {
        says: {
          en: 'A developer requests a certificate for CloudFront in us-east-1',
          ja: '開発者が us-east-1 で CloudFront 用の証明書を発行する',
        },
        principal: developerRole(facts),
        action: 'acm:RequestCertificate',
        resource: '*',
        context: { 'aws:RequestedRegion': 'us-east-1' },
        likewise: { actions: ['cloudtrail:LookupEvents', 'wafv2:CheckCapacity'] },
      },
      {
        says: {
          en: `Who repairs an account removes what was left in ${region}`,
          ja: `復旧の担当者が ${region} に残ったものを削除する`,
        },
        principal: `arn:${partition}:iam::${workloadAccountId}:role/OrganizationAccountAccessRole`,
        action: 'ec2:TerminateInstances',
        resource: `arn:${partition}:ec2:${region}:${workloadAccountId}:instance/i-0123456789abcdef0`,
        context: { 'aws:RequestedRegion': region },
        likewise: { principals: rolesLike(facts.recoveryRoleArns, workloadAccountId) },
      },
      ...rolesLike(facts.recoveryRoleArns, workloadAccountId).map((principal) => ({
        says: {
          en: `Who repairs an account removes a certificate in ${region}`,
          ja: `復旧の担当者が ${region} の証明書を削除する`,
        },
        principal,
        action: 'acm:DeleteCertificate',
        resource: `arn:${partition}:acm:${region}:${workloadAccountId}:certificate/1a2b3c4d`,
        context: { 'aws:RequestedRegion': region },
      })),
    ];
  },
};

/** Inference profiles of approved geographies, called from a governed region they can be called from. */
function approvedGeographies(facts: PolicyFacts): readonly string[] {
  const patterns = facts.inferenceProfiles.flatMap((profile) =>
    governedSources(facts, profile).map(
      (source) => `arn:${facts.partition}:bedrock:${source}:*:inference-profile/${profile.id.split('.')[0]}.*`,
    ),
  );
  return [...new Set(patterns)];
}

function guardrailsInGeography({ partition, governedRegions, guardrailProfiles }: PolicyFacts): Statement {
  const profiles = guardrailProfiles.map(({ id }) => `arn:${partition}:bedrock:*:*:guardrail-profile/${id}`);
  return {
    Sid: 'LimitRegionsGuardrails',
    Effect: 'Deny',
    Action: 'bedrock:ApplyGuardrail',
    // Without guardrail profiles no guardrail at all is evaluated elsewhere.
    ...(profiles.length === 0 ? { Resource: '*' } : { NotResource: profiles }),
    Condition: { StringNotEquals: { 'aws:RequestedRegion': governedRegions } },
  };
}

/** A region that is neither governed nor the home of global services, nor one an approved profile routes to. */
function elsewhere({ governedRegions, inferenceProfiles }: PolicyFacts): string {
  const used = [...governedRegions, ...inferenceProfiles.flatMap(({ destinationRegions }) => destinationRegions)];
  return (
    ['us-west-2', 'eu-central-1', 'ap-southeast-2', 'sa-east-1', 'ca-central-1'].find(
      (region) => !used.includes(region),
    ) ?? 'af-south-1'
  );
}
