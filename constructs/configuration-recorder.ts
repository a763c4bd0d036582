import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnConfigurationRecorder, CfnDeliveryChannel } from 'aws-cdk-lib/aws-config';
import { CfnServiceLinkedRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export interface ConfigurationRecorderProps {
  /** Types of AWS Config that are recorded. A type that a region does not have yet is recorded from the day it has. */
  readonly resourceTypes: readonly string[];
  /** Bucket in the log archive that expects this account. */
  readonly bucketName: string;
  /** Whether the service-linked role is made here: once in an account, in one region, and not where it exists. */
  readonly makesRole: boolean;
}

/**
 * The recorder of AWS Config in this account and region, working with the service-linked role, as control Config.1 asks, and delivering
 * to the log archive once a day. AWS Config allows one recorder in a region: never declare it where another exists.
 *
 * Deleting the stack keeps the recorder recording. $0.003 for each change that is recorded; the standing of rules is not recorded,
 * because Security Hub CSPM keeps it and it would cost the most.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-setup-prereqs.html
 * https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
 */
export class ConfigurationRecorder extends Construct {
  constructor(scope: Construct, id: string, props: ConfigurationRecorderProps) {
    super(scope, id);
    const { account, partition } = Stack.of(this);
    const recorder = new CfnConfigurationRecorder(this, 'Recorder', {
      name: 'default',
      roleArn: `arn:${partition}:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
      recordingGroup: {
        allSupported: false,
        includeGlobalResourceTypes: false,
        resourceTypes: [...props.resourceTypes],
        recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
      },
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
    });
    // Neither waits for the other: CloudFormation starts the recorder when it finds the channel, and the channel needs the recorder.
    const channel = new CfnDeliveryChannel(this, 'DeliveryChannel', {
      name: 'default',
      s3BucketName: props.bucketName,
      configSnapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
    });
    for (const resource of [recorder, channel]) resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    if (props.makesRole) {
      const role = new CfnServiceLinkedRole(this, 'Role', { awsServiceName: 'config.amazonaws.com' });
      role.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
      for (const resource of [recorder, channel]) resource.addResourceDependency(role);
    }
  }
}
