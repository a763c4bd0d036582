import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  type LifecycleRule,
  type ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface PrivateBucketProps {
  readonly bucketName: string;
  /** Whose principals may touch objects. Everybody else is denied, whatever another statement allows. */
  readonly organizationId: string;
  /** Encrypts the objects. @default keys of S3 itself */
  readonly encryptionKey?: IKey;
  /** One data key for many objects: fewer calls of KMS. The writer then needs `kms:Decrypt` too. @default false */
  readonly bucketKeyEnabled?: boolean;
  /** Locks every new object version. @default no lock */
  readonly objectLock?: ObjectLockRetention;
  /** When objects move to colder storage and when they expire. */
  readonly lifecycle: LifecycleRule;
  /** Where S3 writes who asked for what. Absent for the one bucket that receives these logs. */
  readonly accessLogs?: IBucket;
}

/**
 * An S3 bucket as this baseline wants every one: no public access, no access control lists, TLS only, versioned, encrypted, closed to
 * principals outside the organization, with an access log, and retained together with its policy when the stack is deleted.
 *
 * AWS services write on behalf of the organization without being its principals; the fence lets them pass, and the statements that
 * allow them name what they act for. The fence covers objects, not the bucket's settings, so that an account that has left the
 * organization can still repair its bucket.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: props.bucketName,
      encryption: props.encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: props.encryptionKey ? (props.bucketKeyEnabled ?? false) : undefined,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      objectLockDefaultRetention: props.objectLock,
      lifecycleRules: [
        { id: 'expire', abortIncompleteMultipartUploadAfter: Duration.days(7), ...props.lifecycle },
        { id: 'remove-delete-markers', expiredObjectDeleteMarker: true },
      ],
      // The name is fixed: a bucket left behind by a failed first deployment would block the second.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.bucket.addToResourcePolicy(this.organizationFence(props.organizationId));
    // Without its policy a retained bucket would refuse the trail and accept plain HTTP.
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    if (props.accessLogs) {
      // The property of the L2 would also change the policy of the other bucket, differently by feature flag.
      (this.bucket.node.defaultChild as CfnBucket).loggingConfiguration = {
        destinationBucketName: props.accessLogs.bucketName,
        logFilePrefix: `${props.bucketName}/`,
      };
    }
  }

  private organizationFence(organizationId: string): PolicyStatement {
    return new PolicyStatement({
      sid: 'OnlyThisOrganization',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:DeleteObject*', 's3:GetObject*', 's3:ListBucket*', 's3:PutObject*'],
      resources: [this.bucket.bucketArn, this.bucket.arnForObjects('*')],
      conditions: {
        StringNotEquals: { 'aws:PrincipalOrgID': organizationId },
        // Anonymous requests do not carry the key; with IfExists they are denied too.
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    });
  }
}
