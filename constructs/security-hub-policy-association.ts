import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnPolicyAssociation } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

export interface SecurityHubPolicyAssociationProps {
  /** UUID of the configuration policy, not its ARN. */
  readonly policyId: string;
  /** Id of the root of the organization. */
  readonly rootId: string;
}

/**
 * Makes a configuration policy of Security Hub CSPM take effect in every account, today's and tomorrow's, by associating it with the
 * root. AWS may take up to 24 hours to reach all accounts, and the stack waits for it.
 *
 * Deleting the stack keeps the association.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/create-associate-policy.html
 */
export class SecurityHubPolicyAssociation extends Construct {
  constructor(scope: Construct, id: string, props: SecurityHubPolicyAssociationProps) {
    super(scope, id);
    const association = new CfnPolicyAssociation(this, 'Association', {
      configurationPolicyId: props.policyId,
      targetType: 'ROOT',
      targetId: props.rootId,
    });
    association.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}
