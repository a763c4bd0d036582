import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AlertTopic } from '../constructs/alert-topic';
import { DigestValidation } from '../constructs/digest-validation';
import { ProofBucket } from '../constructs/proof-bucket';
import { ValidationAlarms } from '../constructs/validation-alarms';
import type { BaselineProps } from './baseline-props';

/**
 * Proves every day that the log archive is what CloudTrail delivered, keeps the proofs as long as the logs, and tells people when it is
 * not so, cannot be shown, or was not looked at.
 *
 * The public keys come from CloudTrail in each region, asked from this account. Where it does not list the key of a digest, the day is
 * unknown and alarms: AWS does not write whether a member account is told the keys of its organization's trail.
 */
export class LogArchiveIntegrityStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { name, organizationId, language } = organization;
    const { key } = new AccountKey(this, 'AccountKey', {
      organizationName: name,
      parameterName: names.accountKeyParameter,
    });
    const { bucket: proofBucket } = new ProofBucket(this, 'Proofs', {
      bucketName: names.proofBucket,
      organizationId,
      encryptionKey: key,
      retentionDays: organization.retentionDays,
      objectLock: organization.objectLock,
      accessLogs: Bucket.fromBucketName(this, 'AccessLogs', names.accessLogBucket),
    });
    const metricNamespace = `${name}/LogIntegrity`;
    new DigestValidation(this, 'Validation', {
      namePrefix: name,
      iamPath: names.iamPath,
      code: props.functions.validateDigests,
      trailBucketName: names.trailBucket,
      trailBucketArn: names.trailBucketArn,
      trailPrefix: `AWSLogs/${organizationId}/`,
      trailKeyArn: StringParameter.valueForStringParameter(this, names.trailKeyParameter),
      proofBucket,
      proofKey: key,
      logKey: key,
      metricNamespace,
    });
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${name} log archive`,
      encryptionKey: key,
      contacts: organization.alertContacts,
      alarmNamePrefix: `${name}-`,
    });
    new ValidationAlarms(this, 'Alarms', {
      namePrefix: name,
      metricNamespace,
      proofBucketName: names.proofBucket,
      topic,
      language,
    });
  }
}
