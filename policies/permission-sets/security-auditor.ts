import type { PermissionSet } from '../permission-set';
import { denyReadingPrompts } from '../prompt-log-access';

/** Reads configuration, findings and the log archive; changes nothing and reads no prompt. */
export const securityAuditor: PermissionSet = {
  name: 'security-auditor',
  title: {
    en: 'Reads configuration, findings and logs; changes nothing',
    ja: '設定・検出結果・ログを閲覧する（変更はできない）',
  },
  why: {
    en: 'Whoever investigates an incident needs to see everything at once, except what people asked the assistant: that needs a reason of its own.',
    ja: 'インシデントの調査では全体をすぐに見渡せる必要がある。ただし利用者の質問内容の閲覧には別の理由が必要なため、ここには含めない。',
  },
  sessionDuration: 'PT4H',
  managedPolicies: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  statements: (facts) => {
    const { partition, homeRegion, logArchiveAccountId: account } = facts;
    const glue = (resource: string) => `arn:${partition}:glue:${homeRegion}:${account}:${resource}`;
    return [
      {
        Sid: 'QueryTheLogArchive',
        Effect: 'Allow',
        Action: [
          'athena:BatchGetNamedQuery',
          'athena:GetNamedQuery',
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:GetQueryResultsStream',
          'athena:GetWorkGroup',
          'athena:ListNamedQueries',
          'athena:StartQueryExecution',
          'athena:StopQueryExecution',
        ],
        Resource: `arn:${partition}:athena:${homeRegion}:${account}:workgroup/*`,
      },
      {
        Sid: 'ReadTheTableDefinitions',
        Effect: 'Allow',
        Action: [
          'glue:GetDatabase',
          'glue:GetDatabases',
          'glue:GetPartition',
          'glue:GetPartitions',
          'glue:GetTable',
          'glue:GetTables',
        ],
        Resource: [glue('catalog'), glue('database/*'), glue('table/*')],
      },
      {
        Sid: 'ReadTheLogArchive',
        Effect: 'Allow',
        Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
        Resource: [facts.trailBucketArn, facts.findingsBucketArn, facts.queryResultsBucketArn].flatMap((arn) => [
          arn,
          `${arn}/*`,
        ]),
      },
      {
        Sid: 'WriteQueryResults',
        Effect: 'Allow',
        Action: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
        Resource: `${facts.queryResultsBucketArn}/*`,
      },
      {
        Sid: 'DecryptTheLogArchive',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // The id of a key is not known before it exists; its alias is.
        Resource: `arn:${partition}:kms:${homeRegion}:${account}:key/*`,
        Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': facts.logArchiveKeyAliases } },
      },
      ...denyReadingPrompts(facts),
    ];
  },
};
