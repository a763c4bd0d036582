import type { Text } from '../../policies/policy';
import type { AssembledStack } from '../assembly';
import { statementsFor, templateText } from '../template-text';
import type { Check, CheckResult } from './check';

/** The trail's bucket and key live in the log archive account, and CloudTrail may use them for that one trail only. */
export const trailBucketInLogArchive: Check = {
  id: 'trail-bucket-in-log-archive',
  severity: 'critical',
  assurance: 'proved',
  promise: {
    en: 'The trail is kept in the log archive account, and only that trail may write',
    ja: '証跡はログアーカイブのアカウントに保存され、書き込めるのはその証跡だけである',
  },
  why: {
    en: 'Evidence is worth something because the accounts it is about cannot touch it.',
    ja: '証拠は、その対象となるアカウントが手を触れられないからこそ価値があります。',
  },
  fix: {
    en: 'Make bucket and key in the log archive account, and name the ARN of the trail in aws:SourceArn of both policies.',
    ja: 'バケットとキーをログアーカイブのアカウントに作り、両方のポリシーの aws:SourceArn に証跡の ARN を指定してください。',
  },
  run({ assembly, organization, names }) {
    const holder = assembly.stacks.find((stack) => bucketOf(stack, names.trailBucket) !== undefined);
    if (!holder) {
      return organization.trail === 'data-only' ? [notOurs] : [{ state: 'fail', message: missing(names.trailBucket) }];
    }
    const logicalId = bucketOf(holder, names.trailBucket);
    const fail = (en: string, ja: string): CheckResult => ({
      state: 'fail',
      stack: holder.id,
      logicalId,
      message: { en, ja },
    });
    const results: CheckResult[] = [];
    if (holder.account !== organization.accounts.logArchive.id) {
      results.push(
        fail(
          `${names.trailBucket} is in account ${holder.account}, not in the log archive`,
          `${names.trailBucket} がログアーカイブではなく ${holder.account} にあります`,
        ),
      );
    }
    if (organization.trail === 'data-only') return results.length > 0 ? results : [{ state: 'pass', stack: holder.id }];
    for (const [policy, documents] of Object.entries(policiesOf(holder))) {
      const statements = documents.flatMap((document) => statementsFor(document, 'cloudtrail.amazonaws.com'));
      if (statements.length === 0) {
        results.push(
          fail(
            `No ${policy} of ${holder.id} lets CloudTrail in`,
            `${holder.id} の ${policy} が CloudTrail を許可していません`,
          ),
        );
      }
      const strangers = statements.filter((statement) => sourceOf(statement) !== names.trailArn);
      if (strangers.length > 0) {
        results.push(
          fail(
            `A ${policy} of ${holder.id} lets CloudTrail in without naming ${names.trailArn} in aws:SourceArn`,
            `${holder.id} の ${policy} が、aws:SourceArn に ${names.trailArn} を指定せずに CloudTrail を許可しています`,
          ),
        );
      }
    }
    return results.length > 0 ? results : [{ state: 'pass', stack: holder.id }];
  },
};

function bucketOf({ resources }: AssembledStack, name: string): string | undefined {
  return Object.entries(resources).find(
    ([, { Type, Properties }]) => Type === 'AWS::S3::Bucket' && Properties?.BucketName === name,
  )?.[0];
}

function policiesOf({ resources }: AssembledStack): Record<'bucket policy' | 'key policy', unknown[]> {
  const all = Object.values(resources);
  return {
    'bucket policy': all.flatMap(({ Type, Properties }) =>
      Type === 'AWS::S3::BucketPolicy' ? [Properties?.PolicyDocument] : [],
    ),
    'key policy': all.flatMap(({ Type, Properties }) => (Type === 'AWS::KMS::Key' ? [Properties?.KeyPolicy] : [])),
  };
}

function sourceOf(statement: Record<string, unknown>): string | undefined {
  const { StringEquals, ArnEquals, ArnLike } = (statement.Condition ?? {}) as Record<string, Record<string, unknown>>;
  const source = { ...ArnLike, ...ArnEquals, ...StringEquals }['aws:SourceArn'];
  return source === undefined ? undefined : templateText(source);
}

function missing(bucket: string): Text {
  return { en: `No stack makes the bucket ${bucket}`, ja: `バケット ${bucket} を作るスタックがありません` };
}

const notOurs: CheckResult = {
  state: 'not-applicable',
  because: {
    en: 'trail: data-only; the owner of the other organization trail keeps its logs',
    ja: 'trail: data-only のため、証跡のログは別の組織証跡の所有者が保管する',
  },
};
