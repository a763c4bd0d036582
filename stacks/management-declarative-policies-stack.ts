import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OrganizationPolicies } from '../constructs/organization-policies';
import type { DeclarativePolicy, PolicyFacts } from '../policies/policy';
import type { BaselineProps } from './baseline-props';

export interface ManagementDeclarativePoliciesStackProps extends BaselineProps {
  readonly policies: readonly DeclarativePolicy[];
  readonly policyFacts: PolicyFacts;
}

/** What services do in every account, set once at the root: AI opt-out, Inspector, and Security Hub where it is the unified one. */
export class ManagementDeclarativePoliciesStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementDeclarativePoliciesStackProps) {
    super(scope, id, props);
    const { securityHub } = props.organization.services;
    const policies = props.policies.filter(({ type }) => type !== 'SECURITYHUB_POLICY' || securityHub === 'unified');
    new OrganizationPolicies(this, 'Policies', {
      policies: policies.map((policy) => ({
        id: policy.id,
        type: policy.type,
        description: policy.title.en,
        content: policy.content(props.policyFacts),
        targetIds: [props.organization.rootId],
      })),
    });
  }
}
