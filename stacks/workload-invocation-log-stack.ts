import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Workload } from '../config/resolve-organization';
import { AppliedSettings } from '../constructs/applied-settings';
import { EncryptionKey } from '../constructs/encryption-key';
import { InvocationLog } from '../constructs/invocation-log';
import { bedrockInvocationLogging } from '../settings/bedrock-invocation-logging';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

export interface WorkloadInvocationLogStackProps extends BaselineProps {
  readonly workload: Workload;
}

/**
 * The invocation log of a workload in a region where it does not run Amazon Bedrock itself, but another workload does. The policies close
 * regions to all accounts or to none; so whoever calls a model here is on record too. A key, $1 a month.
 */
export class WorkloadInvocationLogStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkloadInvocationLogStackProps) {
    super(scope, id, props);
    const { organization, names, workload } = props;
    const { key } = new EncryptionKey(this, 'Key', {
      description: 'Encrypts prompts and answers',
      alias: `alias/${organization.name}-bedrock`,
      forLogGroups: true,
    });
    const log = new InvocationLog(this, 'InvocationLog', {
      logGroupName: names.invocationLogGroup,
      iamPath: names.iamPath,
      encryptionKey: key,
      retentionDays: workload.invocationLogRetentionDays,
    });
    const settings = new AppliedSettings(this, 'Settings', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: key,
      settings: [
        desiredSetting(
          bedrockInvocationLogging,
          { logGroupName: names.invocationLogGroup, roleArn: log.role.roleArn },
          placeOf(organization, props.env),
        ),
      ],
    });
    // Bedrock writes a trial record when logging is switched on: log group and permission have to be there.
    settings.node.addDependency(log);
  }
}
