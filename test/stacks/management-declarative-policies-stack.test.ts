import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import type { ProfileName } from '../../config/profiles';
import { declarativePolicies } from '../../policies/catalogue';
import { ManagementDeclarativePoliciesStack } from '../../stacks/management-declarative-policies-stack';
import { baselineProps } from '../helpers/example';

function build(overrides: Partial<OrganizationInput>): Template {
  const props = baselineProps('management', 'us-east-1', overrides);
  const stack = new ManagementDeclarativePoliciesStack(new App(), 'stack', {
    ...props,
    policies: declarativePolicies,
    policyFacts: policyFactsOf(props.organization),
  });
  return Template.fromStack(stack);
}

function contentOf(
  name: string,
  profile: ProfileName = 'small',
  overrides: Partial<OrganizationInput> = {},
): Record<string, unknown> {
  const policies = build({ profile, ...overrides }).findResources('AWS::Organizations::Policy', {
    Properties: { Name: name, TargetIds: ['r-exmp'] },
  });
  const [found, ...others] = Object.values(policies);
  expect(others).toEqual([]);
  return found?.Properties.Content;
}

const regions = {
  enable_in_regions: { '@@assign': ['ap-northeast-1', 'us-east-1'] },
  disable_in_regions: { '@@assign': [] },
};

describe('the declarative policies, attached to the root', () => {
  test('opt every account out of AI services, and forbid opting in again', () => {
    expect(contentOf('opt-out-of-ai-services')).toEqual({
      services: {
        '@@operators_allowed_for_child_policies': ['@@none'],
        default: {
          '@@operators_allowed_for_child_policies': ['@@none'],
          opt_out_policy: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': 'optOut' },
        },
      },
    });
  });

  test('let Inspector scan functions, code, images and instances in every governed region', () => {
    expect(contentOf('scan-with-inspector')).toEqual({
      inspector: {
        enablement: {
          lambda_standard_scanning: { ...regions, lambda_code_scanning: regions },
          ec2_scanning: regions,
          ecr_scanning: regions,
        },
      },
    });
  });

  test('let Inspector scan functions only in the profile personal', () => {
    expect(contentOf('scan-with-inspector', 'personal')).toEqual({
      inspector: { enablement: { lambda_standard_scanning: regions } },
    });
  });

  test('enable Security Hub in every governed region', () => {
    expect(contentOf('enable-security-hub')).toEqual({ securityhub: regions });
  });

  test('leave out what the organization has not chosen', () => {
    const names = Object.keys(targetsOf({}));
    expect(names).toEqual([
      'block-public-s3-access',
      'enable-security-hub',
      'harden-ec2',
      'opt-out-of-ai-services',
      'scan-with-inspector',
    ]);
  });

  const organizationalUnits = [
    { name: 'security' },
    { name: 'workloads', id: 'ou-exmp-workloads' },
    { name: 'canary', id: 'ou-exmp-canary001', canary: true },
  ];
  const guardrails = [{ region: 'us-east-1' as const, id: 'abc123', version: 2 }];

  test('apply the organization guardrail to canary units until they are told otherwise', () => {
    const chosen = { organizationalUnits, organizationGuardrail: { guardrails }, standardTags: [{ key: 'Team' }] };
    expect(targetsOf(chosen)).toMatchObject({
      'enforce-organization-guardrail': ['ou-exmp-canary001'],
      'standardize-tags': ['r-exmp'],
      'harden-ec2': ['r-exmp'],
    });
    const everywhere = { organizationalUnits, organizationGuardrail: { guardrails, target: 'root' as const } };
    expect(targetsOf(everywhere)['enforce-organization-guardrail']).toEqual(['r-exmp']);
  });

  test('close every VPC to the internet by choice', () => {
    const choice = { optionalPolicies: { blockInternetIntoVpcs: true } };
    const blocked = { ec2_attributes: { vpc_block_public_access: expect.anything() } };
    expect(contentOf('harden-ec2', 'small', choice)).toMatchObject(blocked);
    expect(contentOf('harden-ec2')).not.toMatchObject(blocked);
  });

  test('do not enable the unified Security Hub where Security Hub CSPM works alone', () => {
    expect(contentOf('enable-security-hub', 'regulated')).toBeUndefined();
  });
});

function targetsOf(overrides: Partial<OrganizationInput>): Record<string, unknown> {
  const policies = Object.values(build(overrides).findResources('AWS::Organizations::Policy'));
  return Object.fromEntries(policies.map(({ Properties }) => [Properties.Name, Properties.TargetIds]));
}
