import type { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Workload } from '../config/resolve-organization';
import { AppliedSettings } from '../constructs/applied-settings';
import { InvocationLog } from '../constructs/invocation-log';
import { bedrockInvocationLogging } from '../settings/bedrock-invocation-logging';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * Every invocation of a model in the account and region of a stack is logged, whoever makes it.
 *
 * @param payloads bucket for what is larger than the log takes; without it a delivery that exists stays
 */
export function loggedInvocations(
  stack: Stack,
  { organization, names, functions, env, workload }: BaselineProps & { readonly workload: Workload },
  key: IKey,
  payloads?: IBucket,
): InvocationLog {
  const log = new InvocationLog(stack, 'InvocationLog', {
    logGroupName: names.invocationLogGroup,
    iamPath: names.iamPath,
    encryptionKey: key,
    retentionDays: workload.invocationLogRetentionDays,
  });
  const settings = new AppliedSettings(stack, 'Settings', {
    code: functions.applySettings,
    iamPath: names.settingsIamPath,
    logKey: key,
    settings: [
      desiredSetting(
        bedrockInvocationLogging,
        {
          logGroupName: names.invocationLogGroup,
          roleArn: log.role.roleArn,
          ...(payloads && { largePayloadBucket: payloads.bucketName }),
        },
        placeOf(organization, env),
      ),
    ],
  });
  // Bedrock writes a trial record when logging is switched on: log group, bucket and permissions have to be there.
  settings.node.addDependency(log);
  if (payloads) settings.node.addDependency(payloads);
  return log;
}
