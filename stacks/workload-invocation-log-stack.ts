import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Workload } from '../config/resolve-organization';
import { EncryptionKey } from '../constructs/encryption-key';
import type { BaselineProps } from './baseline-props';
import { loggedInvocations } from './logged-invocations';

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
    const { key } = new EncryptionKey(this, 'Key', {
      description: 'Encrypts prompts and answers',
      alias: `alias/${props.organization.name}-bedrock`,
      forLogGroups: true,
    });
    loggedInvocations(this, props, key);
  }
}
