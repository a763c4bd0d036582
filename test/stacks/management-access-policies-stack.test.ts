import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import { policyRolloutOf } from '../../config/policy-rollout';
import { organizationPolicies } from '../../policies/catalogue';
import type { OrganizationPolicy } from '../../policies/policy';
import { rollOutPolicies } from '../../policies/rollout';
import { denyLeavingOrganization } from '../../policies/service-control/deny-leaving-organization';
import { protectOrganizationTrail } from '../../policies/service-control/protect-organization-trail';
import { ManagementAccessPoliciesStack } from '../../stacks/management-access-policies-stack';
import { baselineProps } from '../helpers/example';

function build(
  overrides: Partial<OrganizationInput> = {},
  policies: readonly OrganizationPolicy[] = [denyLeavingOrganization, protectOrganizationTrail],
): Template {
  const props = baselineProps('management', 'us-east-1', overrides);
  const { organization } = props;
  const documents = rollOutPolicies(policies, policyFactsOf(organization), policyRolloutOf(organization));
  return Template.fromStack(new ManagementAccessPoliciesStack(new App(), 'stack', { ...props, documents }));
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

  const rollout = {
    stage: 'root',
    policies: { 'deny-root-user': 'canary', 'require-tls': 'organizational-units' },
  } as const;
  const organizationalUnits = [
    { name: 'security', id: 'ou-exmp-security1' },
    { name: 'workloads', id: 'ou-exmp-workloads' },
    { name: 'canary', id: 'ou-exmp-canary001', canary: true },
    { name: 'suspended', id: 'ou-exmp-suspended', suspended: true },
  ];

  test('are attached by stage: to the root, to every unit, to canary units, and to suspended ones', () => {
    expect(attachments(build({ rollout, organizationalUnits }, organizationPolicies))).toEqual({
      'root-service-control-organization': ['r-exmp'],
      'root-service-control-evidence': ['r-exmp'],
      'root-service-control-bedrock': ['r-exmp'],
      'root-resource-control-organization': ['r-exmp'],
      'service-control-suspended-organization': ['ou-exmp-suspended'],
      'resource-control-organization': organizationalUnits.map(({ id }) => id),
      'canary-service-control-organization': ['ou-exmp-canary001'],
    });
  });

  test('are few, created one after the other, under logical ids that say what they hold', () => {
    const policies = Object.entries(build({}, organizationPolicies).findResources('AWS::Organizations::Policy'));
    expect(policies.map(([logicalId]) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'PoliciesServiceControlOrganization',
      'PoliciesServiceControlEvidence',
      'PoliciesServiceControlBedrock',
      'PoliciesResourceControlOrganization',
    ]);
    const ids = policies.map(([logicalId]) => logicalId);
    expect(policies.map(([, { DependsOn }]) => DependsOn?.[0])).toEqual([undefined, ...ids.slice(0, -1)]);
  });

  test('keep the logical ids of their documents when an organization chooses one more', () => {
    const logicalIds = (template: Template) => Object.keys(template.findResources('AWS::Organizations::Policy'));
    const everyOption = { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true };
    const chosen = build({ optionalPolicies: everyOption }, organizationPolicies);
    expect(logicalIds(chosen)).toEqual(logicalIds(build({}, organizationPolicies)));
  });

  test('say in their description which policies are inside', () => {
    build().hasResourceProperties('AWS::Organizations::Policy', {
      Description: 'deny-leaving-organization, protect-organization-trail',
    });
  });
});

/** What each policy is attached to, by its name. */
function attachments(template: Template): Record<string, unknown> {
  const policies = Object.values(template.findResources('AWS::Organizations::Policy'));
  return Object.fromEntries(policies.map(({ Properties }) => [Properties.Name, Properties.TargetIds]));
}
