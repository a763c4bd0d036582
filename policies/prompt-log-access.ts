import type { PermissionSetFacts } from './permission-set';
import type { Statement } from './policy';

/**
 * Every way to see what people asked, or to have it sent elsewhere.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
const waysToThePrompts = [
  'logs:CreateExportTask',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  'logs:GetLogRecord',
  'logs:GetQueryResults',
  'logs:PutSubscriptionFilter',
  'logs:StartLiveTail',
  'logs:StartQuery',
];

/** The log group of prompts and answers, in any account and region, and its streams. */
export function invocationLogArns({ partition, invocationLogGroup }: PermissionSetFacts): readonly string[] {
  const arn = `arn:${partition}:logs:*:*:log-group:${invocationLogGroup}`;
  return [arn, `${arn}:*`];
}

/** The log group of who asked when, in any account and region, and its streams. */
export function auditLogArns({ partition, auditLogGroup }: PermissionSetFacts): readonly string[] {
  const arn = `arn:${partition}:logs:*:*:log-group:${auditLogGroup}`;
  return [arn, `${arn}:*`];
}

/** Keeps prompts and answers from whoever has no need to know them, even when a managed policy reads every log. */
export function denyReadingPrompts(facts: PermissionSetFacts): readonly Statement[] {
  return [
    { Sid: 'DenyReadingPrompts', Effect: 'Deny', Action: waysToThePrompts, Resource: invocationLogArns(facts) },
    ...(facts.largePayloads
      ? [
          {
            Sid: 'DenyReadingLargePrompts',
            Effect: 'Deny' as const,
            Action: ['s3:GetObject', 's3:GetObjectVersion'],
            Resource: `${facts.largePayloads.bucketArns}/*`,
          },
        ]
      : []),
    // Masked text stays masked in every log group, not only where it is expected.
    { Sid: 'DenyUnmasking', Effect: 'Deny', Action: 'logs:Unmask', Resource: '*' },
  ];
}

/** What a reader of prompts needs for those that are larger than the log takes; nothing masks them. */
export function readLargePrompts({ partition, largePayloads }: PermissionSetFacts): readonly Statement[] {
  if (largePayloads === undefined) return [];
  const { bucketArns, keyAlias } = largePayloads;
  return [
    {
      Sid: 'ReadLargePrompts',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: [bucketArns, `${bucketArns}/*`],
    },
    {
      Sid: 'DecryptLargePrompts',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      // The id of a key is not known before it exists; its alias is.
      Resource: `arn:${partition}:kms:*:*:key/*`,
      Condition: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': keyAlias },
        StringLike: { 'kms:ViaService': 's3.*' },
      },
    },
  ];
}
