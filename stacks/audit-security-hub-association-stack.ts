import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { SecurityHubPolicyAssociation } from '../constructs/security-hub-policy-association';
import type { BaselineProps } from './baseline-props';

/** The configuration of Security Hub CSPM takes effect in every account. A stack of its own, because AWS may take a day for it. */
export class AuditSecurityHubAssociationStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    new SecurityHubPolicyAssociation(this, 'Association', {
      policyId: StringParameter.valueForStringParameter(this, props.names.securityHubPolicyParameter),
      rootId: props.organization.rootId,
    });
  }
}
