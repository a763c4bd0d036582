import { type CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnConfigurationPolicy,
  CfnFindingAggregator,
  CfnOrganizationConfiguration,
} from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

export interface SecurityHubCentralConfigurationProps {
  /** Regions besides this one, the home region, in which the configuration takes effect. At least one. */
  readonly linkedRegions: readonly string[];
  /** Name of the configuration policy. */
  readonly policyName: string;
  /** ARNs of the security standards that every account is checked against. */
  readonly standardArns: readonly string[];
  /** Ids of the controls that are off in every account, such as `S3.20`. Every other control, also a future one, is on. */
  readonly disabledControlIds: readonly string[];
}

/**
 * Security Hub CSPM configured from one place: the findings of the linked regions come to this region, and one configuration policy
 * says which standards and controls every account has. It takes effect where it is associated.
 *
 * Must be in the delegated administrator's account and home region, which must not be an opt-in region. Deleting the stack leaves the
 * configuration as it is. Costs Security Hub's price of a check, from $0.0010, per control, resource and day.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/start-central-configuration.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/configuration-policies-overview.html
 */
export class SecurityHubCentralConfiguration extends Construct {
  /** The UUID by which the policy is associated with accounts; known when the stack is deployed. */
  readonly policyId: string;

  constructor(scope: Construct, id: string, props: SecurityHubCentralConfigurationProps) {
    super(scope, id);
    if (props.linkedRegions.length === 0) {
      // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2323
      throw new Error('CloudFormation cannot create a finding aggregator that links no region besides the home region');
    }
    const aggregator = new CfnFindingAggregator(this, 'FindingAggregator', {
      regionLinkingMode: 'SPECIFIED_REGIONS',
      regions: [...props.linkedRegions],
    });
    const configuration = new CfnOrganizationConfiguration(this, 'OrganizationConfiguration', {
      configurationType: 'CENTRAL',
      // Central configuration accepts nothing else: new accounts get what the configuration policy says.
      autoEnable: false,
      autoEnableStandards: 'NONE',
    });
    const policy = new CfnConfigurationPolicy(this, 'ConfigurationPolicy', {
      name: props.policyName,
      description: 'Standards of every account, without the controls of plans that are deliberately off',
      configurationPolicy: {
        securityHub: {
          serviceEnabled: true,
          enabledStandardIdentifiers: [...props.standardArns],
          securityControlsConfiguration: { disabledSecurityControlIdentifiers: [...props.disabledControlIds] },
        },
      },
    });
    inOrder(aggregator, configuration, policy);
    this.policyId = policy.attrId;
  }
}

/** Each needs the one before it. None is undone with the stack, but a first deployment that fails can be repeated. */
function inOrder(...resources: readonly CfnResource[]): void {
  resources.forEach((resource, index) => {
    const previous = resources[index - 1];
    if (previous) resource.addResourceDependency(previous);
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  });
}
