import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { policyFactsOf } from '../../config/policy-facts';
import type { ProfileName } from '../../config/profiles';
import { declarativePolicies } from '../../policies/catalogue';
import { ManagementDeclarativePoliciesStack } from '../../stacks/management-declarative-policies-stack';
import { baselineProps } from '../helpers/example';

function contentOf(name: string, profile: ProfileName = 'small'): Record<string, unknown> | undefined {
  const props = baselineProps('management', 'us-east-1', { profile });
  const stack = new ManagementDeclarativePoliciesStack(new App(), 'stack', {
    ...props,
    policies: declarativePolicies,
    policyFacts: policyFactsOf(props.organization),
  });
  const policies = Template.fromStack(stack).findResources('AWS::Organizations::Policy', {
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

  test('do not enable the unified Security Hub where Security Hub CSPM works alone', () => {
    expect(contentOf('enable-security-hub', 'regulated')).toBeUndefined();
  });
});
