import { approvedCalls } from '../example-model-calls';
import { administratorRole, deploymentRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

const logGroup = ({ partition, homeRegion, workloadAccountId }: PolicyFacts, name: string) =>
  `arn:${partition}:logs:${homeRegion}:${workloadAccountId}:log-group:${name}`;
const guardrail = ({ partition, homeRegion, workloadAccountId }: PolicyFacts) =>
  `arn:${partition}:bedrock:${homeRegion}:${workloadAccountId}:guardrail/a1b2c3d4e5f6`;

const changesOfPayloads = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
  's3:PutObject',
];

/** An object in a bucket of large prompts, where there are such buckets. */
const payloadsIn = ({ largePayloadBuckets, workloadAccountId, homeRegion }: PolicyFacts) =>
  largePayloadBuckets === undefined
    ? []
    : [`${largePayloadBuckets.replace('*', `${workloadAccountId}-${homeRegion}`)}/AWSLogs/data/1.json`];

/**
 * What was asked and answered stays on record, and guardrails stay as they were reviewed. Deployments and administrators may
 * change both; reading, and applying a guardrail, stays open.
 *
 * A subscription filter or an export is denied because it carries prompts out of the account, an account policy because it
 * reaches every log group at once; so do a link to a monitoring account and a copy into S3 tables.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html
 */
export const protectBedrockEvidence: OrganizationPolicy = {
  id: 'protect-bedrock-evidence',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Nobody switches off guardrails and the record of prompts',
    ja: 'ガードレールとプロンプトの記録は誰にも止められない',
  },
  why: {
    en: 'Invocation logging is one call away from being off, for the whole account, and nobody notices until somebody asks who asked.',
    ja: '呼び出しログは API を一度呼ぶだけでアカウント全体で止まり、誰が尋ねたのかを問われるまで気付かれない。',
  },
  statements: ({ partition, administrationRoleArns, protectedLogGroups, largePayloadBuckets }) => [
    {
      Sid: 'ProtectBedrockEvidence',
      Effect: 'Deny',
      Action: [
        'bedrock:DeleteEnforcedGuardrailConfiguration',
        'bedrock:DeleteGuardrail',
        'bedrock:DeleteModelInvocationLoggingConfiguration',
        'bedrock:DeleteResourcePolicy',
        'bedrock:PutEnforcedGuardrailConfiguration',
        'bedrock:PutModelInvocationLoggingConfiguration',
        'bedrock:PutResourcePolicy',
        'bedrock:UpdateGuardrail',
        'logs:AssociateSourceToS3TableIntegration',
        'logs:DeleteAccountPolicy',
        'logs:Link',
        'logs:PutAccountPolicy',
      ],
      // Most have no resource; guardrails have ids that are not known before they exist.
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
    },
    {
      Sid: 'ProtectBedrockEvidenceLogs',
      Effect: 'Deny',
      Action: [
        'logs:AssociateKmsKey',
        'logs:CreateExportTask',
        'logs:DeleteDataProtectionPolicy',
        'logs:DeleteLogGroup',
        'logs:DeleteLogStream',
        'logs:DeleteRetentionPolicy',
        'logs:DeleteSubscriptionFilter',
        'logs:DisassociateKmsKey',
        'logs:PutDataProtectionPolicy',
        'logs:PutLogGroupDeletionProtection',
        'logs:PutRetentionPolicy',
        'logs:PutSubscriptionFilter',
        'logs:PutTransformer',
      ],
      // A name alone is the log group; with anything behind it, its streams.
      Resource: protectedLogGroups.flatMap((name) => {
        const arn = `arn:${partition}:logs:*:*:log-group:${name}`;
        return [arn, `${arn}:*`];
      }),
      Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
    },
    ...(largePayloadBuckets === undefined
      ? []
      : ([
          {
            Sid: 'ProtectBedrockEvidencePayloads',
            Effect: 'Deny',
            Action: changesOfPayloads,
            // The buckets and, behind the wildcard, their objects.
            Resource: largePayloadBuckets,
            Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
          },
        ] as const)),
  ],
  denied: (facts) => {
    const [firstGroup = '', ...otherGroups] = facts.protectedLogGroups.map((name) => logGroup(facts, name));
    return [
      {
        says: {
          en: 'An intruder switches the invocation log off before asking',
          ja: '侵入者が、モデルを使う前に呼び出しログを止める',
        },
        principal: administratorRole(facts),
        action: 'bedrock:DeleteModelInvocationLoggingConfiguration',
        resource: '*',
        likewise: { actions: ['bedrock:PutModelInvocationLoggingConfiguration'] },
      },
      {
        says: {
          en: 'A developer loosens a guardrail that is in the way',
          ja: '開発者が、都合の悪いガードレールを緩める',
        },
        principal: developerRole(facts),
        action: 'bedrock:UpdateGuardrail',
        resource: guardrail(facts),
        likewise: {
          actions: ['bedrock:DeleteGuardrail', 'bedrock:DeleteResourcePolicy', 'bedrock:PutResourcePolicy'],
        },
      },
      {
        says: {
          en: 'An administrator lifts the guardrail that is enforced in the account',
          ja: '管理者がアカウントで強制されているガードレールを外す',
        },
        principal: administratorRole(facts),
        action: 'bedrock:DeleteEnforcedGuardrailConfiguration',
        resource: '*',
        likewise: { actions: ['bedrock:PutEnforcedGuardrailConfiguration'] },
      },
      {
        says: {
          en: 'An intruder sends a copy of every log group to a place of their own',
          ja: '侵入者がすべてのロググループの写しを自分の宛先に送る',
        },
        principal: administratorRole(facts),
        action: 'logs:PutAccountPolicy',
        resource: '*',
        likewise: { actions: ['logs:AssociateSourceToS3TableIntegration', 'logs:DeleteAccountPolicy', 'logs:Link'] },
      },
      {
        says: { en: 'An intruder deletes the log of prompts', ja: '侵入者がプロンプトのログを削除する' },
        principal: administratorRole(facts),
        action: 'logs:DeleteLogGroup',
        resource: firstGroup,
        likewise: {
          actions: [
            'logs:AssociateKmsKey',
            'logs:CreateExportTask',
            'logs:DeleteDataProtectionPolicy',
            'logs:DeleteRetentionPolicy',
            'logs:DeleteSubscriptionFilter',
            'logs:DisassociateKmsKey',
            'logs:PutDataProtectionPolicy',
            'logs:PutLogGroupDeletionProtection',
            'logs:PutRetentionPolicy',
            'logs:PutSubscriptionFilter',
            'logs:PutTransformer',
          ],
          resources: otherGroups,
        },
      },
      ...payloadsIn(facts).map((object) => ({
        says: {
          en: 'An intruder removes a prompt that was too large for the log',
          ja: '侵入者が、ログに収まらなかった大きなプロンプトを消す',
        },
        principal: administratorRole(facts),
        action: 's3:DeleteObject',
        resource: object,
        likewise: { actions: changesOfPayloads, resources: [object.replace(/\/.*/, '')] },
      })),
      {
        says: { en: 'An intruder deletes one day of the log', ja: '侵入者がログの一部を削除する' },
        principal: administratorRole(facts),
        action: 'logs:DeleteLogStream',
        resource: `${firstGroup}:log-stream:aws/bedrock/modelinvocations`,
        likewise: { resources: otherGroups.map((arn) => `${arn}:log-stream:2026-11-24`) },
      },
    ];
  },
  allowed: (facts) => [
    {
      says: {
        en: 'A deployment of this baseline switches the invocation log on',
        ja: 'このベースラインのデプロイが呼び出しログを有効にする',
      },
      principal: deploymentRole(facts),
      action: 'bedrock:PutModelInvocationLoggingConfiguration',
      resource: '*',
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    {
      says: { en: 'A deployment sets the retention of the log', ja: 'デプロイがログの保持期間を設定する' },
      principal: deploymentRole(facts),
      action: 'logs:PutRetentionPolicy',
      resource: logGroup(facts, facts.protectedLogGroups[0] ?? ''),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    },
    ...payloadsIn(facts).map((object) => ({
      says: {
        en: 'A deployment sets how long large prompts are kept',
        ja: 'デプロイが大きなプロンプトの保持期間を設定する',
      },
      principal: deploymentRole(facts),
      action: 's3:PutLifecycleConfiguration',
      resource: object.replace(/\/.*/, ''),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.workloadAccountId) },
    })),
    ...approvedCalls(facts).slice(0, 1),
    {
      says: { en: 'An application applies the guardrail', ja: 'アプリケーションがガードレールを適用する' },
      principal: developerRole(facts),
      action: 'bedrock:ApplyGuardrail',
      resource: guardrail(facts),
    },
    {
      says: { en: 'A developer empties a bucket of their own', ja: '開発者が自分のバケットを空にする' },
      principal: developerRole(facts),
      action: 's3:DeleteObject',
      resource: `arn:${facts.partition}:s3:::developer-scratch/1.json`,
    },
    {
      says: { en: 'A developer deletes a log group of their own', ja: '開発者が自分のロググループを削除する' },
      principal: developerRole(facts),
      action: 'logs:DeleteLogGroup',
      resource: logGroup(facts, '/aws/lambda/report'),
    },
  ],
};
