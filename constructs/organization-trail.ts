import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import type { TrailLogGroup } from './trail-log-group';

export interface OrganizationTrailProps {
  readonly trailName: string;
  /** The bucket in the log archive account. Its policy must expect this trail. */
  readonly bucketName: string;
  /** ARN of the key's alias in the log archive account; the key policy must expect this trail. */
  readonly keyAliasArn: string;
  /** At least one. */
  readonly eventSelectors: readonly CfnTrail.AdvancedEventSelectorProperty[];
  /** Where the trail is delivered besides the bucket. @default nowhere */
  readonly logGroup?: TrailLogGroup;
}

/**
 * The trail of every account and region of the organization, with global service events, encrypted, and with digests that prove that
 * no log file was changed or removed. Deployed in the management account; members see it and cannot change it.
 *
 * The first copy of management events is free in each region.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 */
export class OrganizationTrail extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    if (props.eventSelectors.length === 0) {
      throw new Error(`${this.node.path} has no event selector; CloudTrail would record management events anyway`);
    }
    const trail = new CfnTrail(this, 'Trail', {
      trailName: props.trailName,
      isLogging: true,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: props.bucketName,
      kmsKeyId: props.keyAliasArn,
      cloudWatchLogsLogGroupArn: props.logGroup?.logGroup.logGroupArn,
      cloudWatchLogsRoleArn: props.logGroup?.role.roleArn,
      advancedEventSelectors: [...props.eventSelectors],
    });
    // Deleting a stack must not end the evidence.
    trail.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    // CloudTrail tests at creation that the role can write; the role's policy is a resource of its own.
    if (props.logGroup) trail.node.addDependency(props.logGroup);
  }
}
