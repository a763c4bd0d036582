import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { SecurityHub } from '../constructs/security-hub';
import { SecurityHubCentralConfiguration } from '../constructs/security-hub-central-configuration';
import type { BaselineProps } from './baseline-props';
import { disabledSecurityControls } from './disabled-security-controls';

/**
 * The standards every account is checked against.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html
 */
const standards = [
  'aws-foundational-security-best-practices/v/1.0.0',
  'cis-aws-foundations-benchmark/v/5.0.0',
  'ai-security-best-practices/v/1.0.0',
];

/**
 * Where findings meet, and what every account is checked for. Takes effect with the association stack, later. The standards, and the one
 * configuration policy, are the same with the unified Security Hub and without it.
 */
export class AuditSecurityHubStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { name, homeRegion, governedRegions, services } = props.organization;
    const linkedRegions = governedRegions.filter((region) => region !== homeRegion);
    const standardsOfRegion = `arn:${this.partition}:securityhub:${this.region}::standards`;

    const configuration = new SecurityHubCentralConfiguration(this, 'CentralConfiguration', {
      linkedRegions,
      policyName: `${name}-baseline`,
      standardArns: standards.map((standard) => `${standardsOfRegion}/${standard}`),
      disabledControlIds: disabledSecurityControls(props.organization).map((control) => control.id),
    });
    new StringParameter(this, 'PolicyParameter', {
      parameterName: props.names.securityHubPolicyParameter,
      description: 'UUID of the configuration policy of Security Hub CSPM',
      stringValue: configuration.policyId,
    });
    if (services.securityHub === 'unified') new SecurityHub(this, 'SecurityHub', { linkedRegions });
  }
}
