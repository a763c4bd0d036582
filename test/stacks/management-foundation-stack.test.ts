import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import { declarativePolicies, organizationPolicies } from '../../policies/catalogue';
import { policyTypesInUse } from '../../policies/policy-types';
import { ManagementFoundationStack } from '../../stacks/management-foundation-stack';
import { baselineProps } from '../helpers/example';

function build(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('management', 'us-east-1', overrides);
  const policyTypes = policyTypesInUse(organizationPolicies, declarativePolicies, policyFactsOf(props.organization));
  return Template.fromStack(new ManagementFoundationStack(new App(), 'stack', { ...props, policyTypes }));
}

/** The settings the stack applies, with references written as their logical ids. */
function settingsOf(template: Template): { name: string; desired: Record<string, unknown> }[] {
  const [resource] = Object.values(template.findResources('Custom::Settings'));
  return resource?.Properties.settings.map(({ name, desired }: { name: string; desired: unknown }) => ({
    name,
    desired: JSON.parse(typeof desired === 'string' ? desired : joined(desired)),
  }));
}

const joined = (value: unknown): string => {
  const [, parts] = (value as { 'Fn::Join': [string, (string | { Ref: string })[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : part.Ref)).join('');
};

describe('the foundation', () => {
  const template = build();

  test('trusts services before it enables what needs the trust, and moves accounts last', () => {
    expect(settingsOf(template).map(({ name }) => name)).toEqual([
      'organization-trusted-access',
      'organization-policy-types',
      'organization-delegated-administrators',
      'organization-root-access',
      'organization-account-placement',
    ]);
  });

  test('enables every type of policy that the later stacks create', () => {
    const [, policyTypes] = settingsOf(template);
    expect(policyTypes?.desired).toEqual({
      policyTypes: [
        'AISERVICES_OPT_OUT_POLICY',
        'DECLARATIVE_POLICY_EC2',
        'INSPECTOR_POLICY',
        'RESOURCE_CONTROL_POLICY',
        'S3_POLICY',
        'SECURITYHUB_POLICY',
        'SERVICE_CONTROL_POLICY',
      ],
    });
  });

  test('enables the types of policies that are a choice only when they are chosen', () => {
    const chosen = build({
      organizationalUnits: [{ name: 'security' }, { name: 'workloads', canary: true }],
      organizationGuardrail: { guardrails: [{ region: 'us-east-1', id: 'abc123', version: 1 }] },
      standardTags: [{ key: 'CostCenter' }],
    });
    const types = (built: Template) => settingsOf(built)[1]?.desired;
    const optional = { policyTypes: expect.arrayContaining(['BEDROCK_POLICY', 'TAG_POLICY']) };
    expect(types(chosen)).toMatchObject(optional);
    expect(JSON.stringify(types(template))).not.toMatch(/BEDROCK_POLICY|TAG_POLICY/);
  });

  test('trusts EC2, which reports how far accounts comply with its policy', () => {
    expect(settingsOf(template)[0]?.desired).toMatchObject({
      services: expect.arrayContaining(['ec2.amazonaws.com']),
    });
  });

  test('places every member account in its unit, and never the management account', () => {
    const placement = settingsOf(template).at(-1)?.desired as {
      accounts: { accountId: string; organizationalUnitId: string }[];
    };
    expect(placement.accounts.map(({ accountId }) => accountId)).toEqual([
      '222233334444',
      '333344445555',
      '444455556666',
    ]);
    const [security, alsoSecurity, workloads] = placement.accounts.map(
      ({ organizationalUnitId }) => organizationalUnitId,
    );
    expect(security).toBe(alsoSecurity);
    expect(template.findResources('AWS::Organizations::OrganizationalUnit')).toHaveProperty(String(workloads));
  });

  test('moves no account under AWS Control Tower', () => {
    const adopted = build({
      controlTower: true,
      organizationalUnits: [
        { name: 'security', id: 'ou-exmp-security1' },
        { name: 'workloads', id: 'ou-exmp-workloads' },
      ],
    });
    expect(settingsOf(adopted).map(({ name }) => name)).not.toContain('organization-account-placement');
    adopted.resourceCountIs('AWS::Organizations::OrganizationalUnit', 0);
  });

  test('trusts Macie only where it is used', () => {
    const trusted = (built: Template) => settingsOf(built)[0]?.desired;
    const macie = { services: expect.arrayContaining(['macie.amazonaws.com']) };
    expect(trusted(template)).toMatchObject({ services: expect.arrayContaining(['guardduty.amazonaws.com']) });
    expect(trusted(template)).not.toMatchObject(macie);
    expect(trusted(build({ services: { macie: true } }))).toMatchObject(macie);
  });

  test('gives its function no permission on everything', () => {
    for (const policy of Object.values(template.findResources('AWS::IAM::ManagedPolicy'))) {
      for (const { Action } of policy.Properties.PolicyDocument.Statement) {
        expect([Action].flat().filter((action: string) => action.endsWith('*'))).toEqual([]);
      }
    }
    template.hasResourceProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', KmsKeyArn: Match.absent() });
  });
});
