import { servicesOf, statementsOf } from '../policy-document';
import { bucketPoliciesOf } from '../related-resources';
import type { Rule } from '../rule';
import { isGiven, isOn, known, objectAt } from '../template-value';

/** A bucket that CloudTrail writes to keeps every object until its retention ends. */
export const trailBucketObjectLock: Rule = {
  id: 'trail-bucket-object-lock',
  severity: 'high',
  types: ['AWS::S3::Bucket'],
  text: {
    what: {
      en: 'The bucket of the trail does not lock what is written to it.',
      ja: '証跡のバケットが、書き込まれたものをロックしていません。',
    },
    why: {
      en: 'Evidence that an administrator can delete is not evidence.',
      ja: '管理者が削除できる証拠は、証拠になりません。',
    },
    fix: {
      en: 'Enable Object Lock with a default retention, and versioning.',
      ja: '既定の保持期間を持つ Object Lock と、バージョニングを有効にしてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  judge({ logicalId, properties, template }) {
    const writers = bucketPoliciesOf(logicalId, properties, template).flatMap((policy) =>
      statementsOf(policy, 'PolicyDocument'),
    );
    if (!writers.some((statement) => servicesOf(statement).includes('cloudtrail.amazonaws.com')))
      return 'not-applicable';
    const retention = objectAt(objectAt(objectAt(properties, 'ObjectLockConfiguration'), 'Rule'), 'DefaultRetention');
    const locked = isOn(properties, 'ObjectLockEnabled') && isGiven(retention, 'Mode');
    const lasting = isGiven(retention, 'Days') || isGiven(retention, 'Years');
    const versioned = known(objectAt(properties, 'VersioningConfiguration'), 'Status') === 'Enabled';
    return locked && lasting && versioned ? 'compliant' : 'non-compliant';
  },
};
