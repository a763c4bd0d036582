import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import { denyLeavingOrganization } from '../../policies/service-control/deny-leaving-organization';
import { protectOrganizationTrail } from '../../policies/service-control/protect-organization-trail';
import { ManagementAccessPoliciesStack } from '../../stacks/management-access-policies-stack';
import { baselineProps } from '../helpers/example';

function build(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('management', 'us-east-1', overrides);
  const stack = new ManagementAccessPoliciesStack(new App(), 'stack', {
    ...props,
    policies: [denyLeavingOrganization, protectOrganizationTrail],
    policyFacts: policyFactsOf(props.organization),
  });
  return Template.fromStack(stack);
}

describe('the access policies', () => {
  test('are attached to every organizational unit, by the id its parameter holds', () => {
    const template = build();
    const parameters = Object.entries(
      template.toJSON().Parameters as Record<string, { Type: string; Default?: string }>,
    );
    const units = parameters.filter(([, { Type }]) => Type === 'AWS::SSM::Parameter::Value<String>');
    const ids = units.filter(([, { Default }]) => Default?.startsWith('/example/')).map(([name]) => ({ Ref: name }));
    expect(ids).toHaveLength(2);
    template.allResourcesProperties('AWS::Organizations::Policy', { TargetIds: ids });
  });

  test('are attached to adopted units by their own ids', () => {
    const template = build({
      organizationalUnits: [
        { name: 'security', id: 'ou-exmp-security1' },
        { name: 'workloads', id: 'ou-exmp-workloads' },
      ],
    });
    template.allResourcesProperties('AWS::Organizations::Policy', {
      TargetIds: ['ou-exmp-security1', 'ou-exmp-workloads'],
      Type: 'SERVICE_CONTROL_POLICY',
    });
  });
});
