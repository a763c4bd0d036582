import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { OrganizationPolicies } from '../constructs/organization-policies';
import type { DeclarativePolicy, PolicyFacts } from '../policies/policy';
import type { BaselineProps } from './baseline-props';

export interface ManagementDeclarativePoliciesStackProps extends BaselineProps {
  readonly policies: readonly DeclarativePolicy[];
  readonly policyFacts: PolicyFacts;
}

/** What services do in every account, for each policy the organization has chosen: set at the root, or on canary units first. */
export class ManagementDeclarativePoliciesStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementDeclarativePoliciesStackProps) {
    super(scope, id, props);
    const { policies, policyFacts, organization, names } = props;
    const canaryUnits = organization.organizationalUnits.filter(({ canary }) => canary);
    const targetIdsOf = ({ target }: DeclarativePolicy) =>
      (target?.(policyFacts) ?? 'root') === 'root'
        ? [organization.rootId]
        : canaryUnits.map(
            ({ id, name }) =>
              id ?? StringParameter.valueForStringParameter(this, names.organizationalUnitParameter(name)),
          );
    new OrganizationPolicies(this, 'Policies', {
      policies: policies
        .filter(({ applies }) => applies?.(policyFacts) ?? true)
        .map((policy) => ({
          id: policy.id,
          type: policy.type,
          description: policy.title.en,
          content: policy.content(policyFacts),
          targetIds: targetIdsOf(policy),
        })),
    });
  }
}
