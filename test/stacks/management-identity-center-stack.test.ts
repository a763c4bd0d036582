import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { permissionSets } from '../../policies/permission-sets';
import { ManagementIdentityCenterStack } from '../../stacks/management-identity-center-stack';
import { baselineProps } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';

function templateOf(overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('management', undefined, overrides);
  const stack = new ManagementIdentityCenterStack(new App(), 'management-identity-center', {
    ...props,
    permissionSetFacts: permissionSetFactsOf(props.organization),
  });
  return Template.fromStack(stack);
}
const template = templateOf();
const { identityCenter } = exampleDocument;

interface Made {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
}
const made = (type: string) => template.findResources(type) as Record<string, Made>;
const permissionSet = (name: string) =>
  Object.values(template.findResources('AWS::SSO::PermissionSet')).find(({ Properties }) => Properties.Name === name)
    ?.Properties ?? {};
/** Names of the parameters that publish an attribute of a resource of this type. */
const published = (type: string, attribute: string) =>
  Object.values(template.findResources('AWS::SSM::Parameter')).flatMap(({ Properties }) => {
    const [id, found] = Properties.Value['Fn::GetAtt'];
    const { Name, DisplayName } = made(type)[id]?.Properties ?? {};
    return found === attribute && id in made(type) ? [[Properties.Name, Name ?? DisplayName]] : [];
  });

describe('permission sets', () => {
  test('are all made, assigned or not, in the instance of the configuration', () => {
    const sets = Object.values(made('AWS::SSO::PermissionSet'));
    expect(sets.map(({ Properties }) => Properties.Name).sort()).toEqual(permissionSets.map(({ name }) => name).sort());
    for (const { Properties } of sets) expect(Properties.InstanceArn).toBe(identityCenter.instanceArn);
  });

  test.each(permissionSets)('$name has its duration and policies', ({ name, sessionDuration, managedPolicies }) => {
    const { SessionDuration, ManagedPolicies } = permissionSet(name);
    expect(SessionDuration).toBe(sessionDuration);
    expect(ManagedPolicies).toEqual(managedPolicies.map((policy) => `arn:aws:iam::aws:policy/${policy}`));
  });

  test('keep prompts from the auditor by the name the log group has', () => {
    expect(permissionSet('security-auditor').InlinePolicy.Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'DenyReadingPrompts',
        Effect: 'Deny',
        Resource: expect.arrayContaining(['arn:aws:logs:*:*:log-group:/example/bedrock/invocations:*']),
      }),
    );
  });

  test('are changed one after the other', () => {
    const waiting = Object.values(made('AWS::SSO::PermissionSet')).flatMap(({ DependsOn = [] }) => DependsOn);
    expect(new Set(waiting).size).toBe(permissionSets.length - 1);
  });

  test('are published for the stacks of the accounts', () => {
    expect(published('AWS::SSO::PermissionSet', 'PermissionSetArn').sort()).toEqual(
      permissionSets.map(({ name }) => [`/example/identity-center/permission-sets/${name}`, name]).sort(),
    );
  });
});

describe('groups', () => {
  test('of the configuration are created and published', () => {
    const names = ['security', 'developers', 'operators', 'break-glass'];
    expect(published('AWS::IdentityStore::Group', 'GroupId')).toEqual(
      names.map((name) => [`/example/identity-center/groups/${name}`, name]),
    );
  });

  test('of an identity provider are never created', () => {
    const existingGroups = { auditors: '906769aa-66fd-4b1f-8b8e-000000000000' };
    const found = templateOf({ identityCenter: { ...identityCenter, groups: [], existingGroups, assignments: [] } });
    found.resourceCountIs('AWS::IdentityStore::Group', 0);
  });
});

describe('access by attribute', () => {
  test('is off by default', () => {
    template.resourceCountIs('AWS::SSO::InstanceAccessControlAttributeConfiguration', 0);
  });

  test('carries the attributes of the configuration', () => {
    const accessControlAttributes = { department: `\${path:enterprise.department}` };
    templateOf({ identityCenter: { ...identityCenter, accessControlAttributes } }).hasResourceProperties(
      'AWS::SSO::InstanceAccessControlAttributeConfiguration',
      {
        InstanceArn: identityCenter.instanceArn,
        AccessControlAttributes: [{ Key: 'department', Value: { Source: [`\${path:enterprise.department}`] } }],
      },
    );
  });
});
