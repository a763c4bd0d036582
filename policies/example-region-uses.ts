import { approvedCalls, foundationModelArn, inferenceProfileArn, modelCall } from './example-model-calls';
import { administratorRole, assistantRole, developerRole, rolesLike } from './example-roles';
import { globalServiceCalls } from './global-services';
import type { Example, PolicyFacts } from './policy';

const invoke = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** Calls of the regional services with a part in us-east-1, besides that of the example. */
const usOnly = [
  'cloudtrail:LookupEvents',
  'ecr-public:GetAuthorizationToken',
  'servicequotas:ListServices',
  'wafv2:CheckCapacity',
];

/** Uses of AWS outside the governed regions that have to stop. */
export function deniedRegionUses(facts: PolicyFacts): readonly Example[] {
  const { partition, workloadAccountId } = facts;
  const region = elsewhere(facts);
  const [profile] = facts.inferenceProfiles;
  const model = foundationModelArn(facts, region, profile?.foundationModel ?? '');
  const unlogged = facts.governedRegions.filter((governed) => !facts.bedrockRegions.includes(governed));
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
      likewise: { actions: usOnly },
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
    ...unlogged.flatMap((governed) =>
      invoke.map((action) =>
        modelCall(facts, {
          says: {
            en: `An application calls an approved model in ${governed}, where no call is logged`,
            ja: `呼び出しログのない ${governed} で、アプリケーションが承認済みモデルを呼び出す`,
          },
          action,
          resource: foundationModelArn(facts, governed, profile?.foundationModel ?? ''),
        }),
      ),
    ),
    ...unlogged.map((governed) => {
      const profileArn = inferenceProfileArn(facts, governed, profile?.id ?? '');
      return modelCall(facts, {
        says: {
          en: `An application calls an approved profile from ${governed}, where no call is logged`,
          ja: `呼び出しログのない ${governed} から、アプリケーションが承認済みプロファイルを呼び出す`,
        },
        resource: profileArn,
        profileArn,
      });
    }),
    modelCall(facts, {
      says: {
        en: 'An unapproved profile routes a call out of the geography',
        ja: '承認されていないプロファイルが呼び出しを別の地域に送る',
      },
      resource: model,
      profileArn: `arn:${partition}:bedrock:${facts.homeRegion}:${workloadAccountId}:inference-profile/elsewhere.example`,
    }),
    modelCall(facts, {
      says: {
        en: 'An application inference profile routes a call out of the governed regions',
        ja: 'アプリケーション推論プロファイルが呼び出しを統制対象外のリージョンに送る',
      },
      resource: model,
      profileArn: `arn:${partition}:bedrock:${facts.homeRegion}:${workloadAccountId}:application-inference-profile/a1b2c3d4e5f6`,
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
}

/** Uses of AWS that have to go on, wherever they are judged. */
export function allowedRegionUses(facts: PolicyFacts): readonly Example[] {
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
    ...facts.bedrockRegions.map((logged) =>
      modelCall(facts, {
        says: {
          en: `An application calls an approved model in ${logged} without a profile`,
          ja: `アプリケーションが ${logged} の承認済みモデルをプロファイルなしで呼び出す`,
        },
        resource: foundationModelArn(facts, logged, facts.inferenceProfiles[0]?.foundationModel ?? ''),
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
        actions: globalServiceCalls,
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
      likewise: { actions: usOnly },
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
