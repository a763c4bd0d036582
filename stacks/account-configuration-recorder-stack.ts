import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationRecorder } from '../constructs/configuration-recorder';
import type { BaselineProps } from './baseline-props';
import { recordedResourceTypes } from './recorded-resource-types';

export interface AccountConfigurationRecorderStackProps extends BaselineProps {
  readonly accountName: string;
}

/**
 * AWS Config records what the controls of Security Hub CSPM look at: in every account and governed region, and only where CSPM works
 * without the unified Security Hub, which brings a recorder of its own. Deploy the home region first: it makes the service-linked role.
 */
export class AccountConfigurationRecorderStack extends Stack {
  constructor(scope: Construct, id: string, props: AccountConfigurationRecorderStackProps) {
    super(scope, id, props);
    const { homeRegion, configurationRecorder } = props.organization;
    const isHomeRegion = this.region === homeRegion;
    new ConfigurationRecorder(this, 'Configuration', {
      resourceTypes: recordedResourceTypes(isHomeRegion),
      bucketName: props.names.configurationBucket,
      makesRole: isHomeRegion && !configurationRecorder.roleExistsIn.includes(props.accountName),
    });
  }
}
