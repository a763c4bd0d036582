import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import exampleDocument from '../../config/organization';
import type { OrganizationInput } from '../../config/organization-schema';
import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { permissionSets } from '../../policies/permission-sets';
import { ManagementIdentityCenterStack } from '../../stacks/management-identity-center-stack';
import { baselineProps } from '../helpers/example';

function templateOf(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('management', undefined, overrides);
  const stack = new ManagementIdentityCenterStack(new App(), 'management-identity-center', {
    ...props,
    permissionSetFacts: permissionSetFactsOf(props.organization),
  });
  return Template.fromStack(stack);
}
const template = templateOf();
const { identityCenter, accounts } = exampleDocument;
const anotherAccount = {
  name: 'another',
  id: '555566667777',
  email: 'aws-another@example.com',
  organizationalUnit: 'workloads',
};

interface Made {
  readonly Properties: Record<string, unknown>;
}
const logicalIdOf = (found: Template, type: string, property: string, value: string) =>
  Object.entries(found.findResources(type) as Record<string, Made>).find(
    ([, { Properties }]) => Properties[property] === value,
  )?.[0];

describe('permission sets', () => {
  test('are all made, assigned or not, in the instance of the configuration', () => {
    const made = Object.values(template.findResources('AWS::SSO::PermissionSet'));
    expect(made.map(({ Properties }) => Properties.Name).sort()).toEqual(permissionSets.map(({ name }) => name).sort());
    for (const { Properties } of made) expect(Properties.InstanceArn).toBe(identityCenter.instanceArn);
  });

  test.each(permissionSets)('$name has its duration and policies', ({ name, sessionDuration, managedPolicies }) => {
    const id = logicalIdOf(template, 'AWS::SSO::PermissionSet', 'Name', name);
    const { Properties } = template.findResources('AWS::SSO::PermissionSet')[id ?? ''] ?? {};
    expect(Properties.SessionDuration).toBe(sessionDuration);
    expect(Properties.ManagedPolicies).toEqual(managedPolicies.map((policy) => `arn:aws:iam::aws:policy/${policy}`));
  });

  test('keep prompts from the auditor by the name the log group has', () => {
    const id = logicalIdOf(template, 'AWS::SSO::PermissionSet', 'Name', 'security-auditor');
    const { Properties } = template.findResources('AWS::SSO::PermissionSet')[id ?? ''] ?? {};
    expect(Properties.InlinePolicy.Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'DenyReadingPrompts',
        Effect: 'Deny',
        Resource: expect.arrayContaining(['arn:aws:logs:*:*:log-group:/example/bedrock/invocations:*']),
      }),
    );
  });
});

describe('groups', () => {
  test('of the configuration are created', () => {
    const names = Object.values(template.findResources('AWS::IdentityStore::Group')).map(
      ({ Properties }) => Properties.DisplayName,
    );
    expect(names).toEqual(['security', 'developers', 'operators', 'break-glass']);
  });

  test('of an identity provider are referenced by id and never created', () => {
    const id = '906769aa-66fd-4b1f-8b8e-000000000000';
    const found = templateOf({
      identityCenter: {
        ...identityCenter,
        groups: [],
        existingGroups: { auditors: id },
        assignments: [{ group: 'auditors', permissionSet: 'security-auditor', accounts: ['audit'] }],
      },
    });
    found.resourceCountIs('AWS::IdentityStore::Group', 0);
    found.hasResourceProperties('AWS::SSO::Assignment', { PrincipalId: id, PrincipalType: 'GROUP' });
  });
});

describe('assignments', () => {
  test('are those of the configuration: group, permission set, account', () => {
    const groupOf = (logicalId: string) =>
      template.findResources('AWS::IdentityStore::Group')[logicalId]?.Properties.DisplayName;
    const setOf = (logicalId: string) => template.findResources('AWS::SSO::PermissionSet')[logicalId]?.Properties.Name;
    const made = Object.values(template.findResources('AWS::SSO::Assignment')).map(({ Properties }) =>
      [
        groupOf(Properties.PrincipalId['Fn::GetAtt'][0]),
        setOf(Properties.PermissionSetArn['Fn::GetAtt'][0]),
        Properties.TargetId,
      ].join(' '),
    );
    expect(made.sort()).toEqual(
      [
        'security security-auditor 222233334444',
        'security security-auditor 333344445555',
        'security security-auditor 444455556666',
        'security prompt-log-reader 444455556666',
        'developers bedrock-developer 444455556666',
        'operators bedrock-operator 444455556666',
        'break-glass break-glass-administrator 222233334444',
        'break-glass break-glass-administrator 333344445555',
        'break-glass break-glass-administrator 444455556666',
      ].sort(),
    );
  });

  test('reach the management account as well, when the configuration says so', () => {
    const found = templateOf({
      identityCenter: {
        ...identityCenter,
        assignments: [{ group: 'security', permissionSet: 'billing-viewer', accounts: ['management'] }],
      },
    });
    found.hasResourceProperties('AWS::SSO::Assignment', { TargetId: accounts.management.id });
  });

  test('of a new account change the resources of no other account', () => {
    const before: Record<string, unknown> = template.toJSON().Resources;
    const after: Record<string, Made> = templateOf({
      accounts: { ...accounts, workloads: [...accounts.workloads, anotherAccount] },
      identityCenter: {
        ...identityCenter,
        assignments: (identityCenter.assignments ?? []).map((assignment) => ({
          ...assignment,
          accounts: [...assignment.accounts, 'another'],
        })),
      },
    }).toJSON().Resources;
    for (const [id, resource] of Object.entries(before)) expect(after[id]).toEqual(resource);
    const added = Object.keys(after).filter((id) => !(id in before));
    expect(added).toHaveLength(5);
    for (const id of added) expect(after[id]?.Properties.TargetId).toBe('555566667777');
  });
});
