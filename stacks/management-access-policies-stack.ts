import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { OrganizationPolicies } from '../constructs/organization-policies';
import { documentOf, type OrganizationPolicy, type PolicyFacts } from '../policies/policy';
import type { BaselineProps } from './baseline-props';

export interface ManagementAccessPoliciesStackProps extends BaselineProps {
  readonly policies: readonly OrganizationPolicy[];
  readonly policyFacts: PolicyFacts;
}

const policyTypes = {
  'service-control-policy': 'SERVICE_CONTROL_POLICY',
  'resource-control-policy': 'RESOURCE_CONTROL_POLICY',
} as const;

/**
 * What nobody may do, attached to every organizational unit. The last stack of all: from here on a mistake locks people out of
 * member accounts. The management account is never affected, and is where it is undone.
 */
export class ManagementAccessPoliciesStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementAccessPoliciesStackProps) {
    super(scope, id, props);
    const targetIds = props.organization.organizationalUnits.map(
      (unit) =>
        unit.id ?? StringParameter.valueForStringParameter(this, props.names.organizationalUnitParameter(unit.name)),
    );
    new OrganizationPolicies(this, 'Policies', {
      policies: props.policies.map((policy) => ({
        id: policy.id,
        type: policyTypes[policy.kind],
        description: policy.title.en,
        content: documentOf(policy, props.policyFacts),
        targetIds,
      })),
    });
  }
}
