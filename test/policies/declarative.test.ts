import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { TemplateValidation } from '../../nag/template-validation';
import { declarativePolicies } from '../../policies/catalogue';
import { enforceOrganizationGuardrail } from '../../policies/declarative/enforce-organization-guardrail';
import { hardenEc2 } from '../../policies/declarative/harden-ec2';
import { standardizeTags } from '../../policies/declarative/standardize-tags';
import type { DeclarativeDocument, DeclarativePolicyType, PolicyFacts } from '../../policies/policy';
import { chosenPolicies, policyVariants } from '../helpers/policy-variants';
import { synthesizeFixture } from '../nag/fixture-app';

const example = policyVariants['the example'] as PolicyFacts;
const everything: PolicyFacts = {
  ...example,
  options: { ...example.options, blockInternetIntoVpcs: true },
  standardTags: [{ key: 'CostCenter', values: ['100', '200'] }, { key: 'Owner' }],
  organizationGuardrail: {
    target: 'canary-units',
    guardrails: [
      { region: 'ap-northeast-1', id: 'a1b2c3d4e5f6', version: 3 },
      { region: 'us-east-1', id: 'f6e5d4c3b2a1', version: 1 },
    ],
    excludedModels: ['amazon.titan-embed-text-v2:0'],
  },
};

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const quotas: Readonly<Partial<Record<DeclarativePolicyType, number>>> = { AISERVICES_OPT_OUT_POLICY: 2_500 };

/** What CloudFormation Validate says about a template with the policies. Its warnings count: a wrong type is one. */
function validated(policies: readonly { id: string; type: string; content: object }[]): readonly string[] {
  const validation = new TemplateValidation();
  const { plugin } = synthesizeFixture(
    (stack) => {
      for (const { id, type, content } of policies) {
        new CfnPolicy(stack, id, { name: id, type, content, targetIds: ['r-exmp'] });
      }
    },
    () => [validation.start, validation.plugin],
  );
  expect(validation.toRecord().templates).toBe(1);
  return plugin('CloudFormation Validate')?.violations.map(({ description }) => description) ?? [];
}

/** Objects of a document without operators: their keys are fields of AWS. */
function leaves(document: DeclarativeDocument, path = ''): readonly string[] {
  return Object.entries(document).flatMap(([key, value]) => {
    if (key.startsWith('@@')) return [path];
    return typeof value === 'object' && !Array.isArray(value)
      ? leaves(value as DeclarativeDocument, path === '' ? key : `${path}.${key}`)
      : [`${path}.${key} is not assigned`];
  });
}

describe('the declarative policies', () => {
  test('are what CloudFormation takes, and the validator does look', () => {
    const policies = chosenPolicies(declarativePolicies, everything).map((policy) => ({
      ...policy,
      content: policy.content(everything),
    }));
    expect(policies).toHaveLength(declarativePolicies.length);
    const unknown = { id: 'guardduty', type: 'GUARDDUTY_POLICY', content: {} };
    expect(validated([...policies, unknown])).toEqual([expect.stringContaining("'GUARDDUTY_POLICY' is not one of")]);
  }, 30_000);

  test.each(declarativePolicies.map((policy) => [policy.id, policy] as const))(
    '%s assigns every value, within the quota',
    (_, policy) => {
      const content = policy.content(everything);
      expect(leaves(content).filter((path) => path.endsWith('is not assigned'))).toEqual([]);
      expect(JSON.stringify(content).length).toBeLessThanOrEqual(quotas[policy.type] ?? 10_000);
    },
  );

  test('are left out where the organization has not chosen them', () => {
    const ids = chosenPolicies(declarativePolicies, example).map(({ id }) => id);
    expect(ids).not.toContain('standardize-tags');
    expect(ids).not.toContain('enforce-organization-guardrail');
    expect(ids).toContain('block-public-s3-access');
  });
});

describe('the policy that hardens EC2', () => {
  test('asks for version 2 of the metadata service, and shares no image and no snapshot', () => {
    expect(hardenEc2.content(example)).toMatchObject({
      ec2_attributes: {
        image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
        instance_metadata_defaults: {
          http_tokens: { '@@assign': 'required' },
          http_tokens_enforced: { '@@assign': 'enabled' },
        },
        serial_console_access: { status: { '@@assign': 'disabled' } },
        snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
      },
    });
  });

  test('keeps the internet out of VPCs by choice only', () => {
    const blocked = { vpc_block_public_access: { internet_gateway_block: { mode: { '@@assign': 'block_ingress' } } } };
    expect(hardenEc2.content(example)).not.toMatchObject({ ec2_attributes: blocked });
    expect(hardenEc2.content(everything)).toMatchObject({ ec2_attributes: blocked });
  });
});

describe('the guardrail of the organization', () => {
  test('is one of the management account, in its region, at a numbered version', () => {
    expect(enforceOrganizationGuardrail.content(everything)).toMatchObject({
      bedrock: {
        guardrail_inference: {
          'ap-northeast-1': {
            config_1: {
              identifier: { '@@assign': 'arn:aws:bedrock:ap-northeast-1:111122223333:guardrail/a1b2c3d4e5f6:3' },
              selective_content_guarding: {
                system: { '@@assign': 'comprehensive' },
                messages: { '@@assign': 'comprehensive' },
              },
              model_enforcement: {
                included_models: { '@@assign': ['ALL'] },
                excluded_models: { '@@assign': ['amazon.titan-embed-text-v2:0'] },
              },
            },
          },
          'us-east-1': {
            config_1: { identifier: { '@@assign': 'arn:aws:bedrock:us-east-1:111122223333:guardrail/f6e5d4c3b2a1:1' } },
          },
        },
      },
    });
  });

  test('goes to canary units unless the organization says the root', () => {
    const { organizationGuardrail, ...rest } = everything;
    expect(enforceOrganizationGuardrail.target?.(everything)).toBe('canary-units');
    expect(enforceOrganizationGuardrail.target?.(rest)).toBe('canary-units');
    const inRoot = {
      ...rest,
      organizationGuardrail: { guardrails: [], ...organizationGuardrail, target: 'root' as const },
    };
    expect(enforceOrganizationGuardrail.target?.(inRoot)).toBe('root');
  });
});

test('tags are spelled as written and listed under the lower-case key', () => {
  expect(standardizeTags.content(everything)).toEqual({
    tags: {
      costcenter: { tag_key: { '@@assign': 'CostCenter' }, tag_value: { '@@assign': ['100', '200'] } },
      owner: { tag_key: { '@@assign': 'Owner' } },
    },
  });
});
