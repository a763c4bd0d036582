import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { OrganizationInput } from '../../config/organization-schema';
import { everyAccount } from '../../config/resolve-organization';
import { ManagementIdentityCenterAssignmentsStack } from '../../stacks/management-identity-center-assignments-stack';
import { baselineProps } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';

const { identityCenter, accounts } = exampleDocument;
const withAssignments = (
  assignments: OrganizationInput['identityCenter']['assignments'],
  overrides: Partial<OrganizationInput> = {},
) => ({ ...overrides, identityCenter: { ...identityCenter, assignments } });

function templateOf(name: string, overrides: Partial<OrganizationInput> = {}): Template {
  const props = baselineProps('management', undefined, overrides);
  const account = everyAccount(props.organization).find((candidate) => candidate.name === name);
  if (!account) throw new Error(`the organization has no account ${name}`);
  return Template.fromStack(
    new ManagementIdentityCenterAssignmentsStack(new App(), 'assignments', { ...props, account }),
  );
}

/** `group permission-set account-id`, with the names of the parameters instead of what they hold. */
function assignmentsIn(template: Template): string[] {
  const parameters = template.toJSON().Parameters as Record<string, { Default?: string }>;
  const nameOf = (value: string | { Ref: string }) =>
    typeof value === 'string' ? value : parameters[value.Ref]?.Default?.replace('/example/identity-center/', '');
  return Object.values(template.findResources('AWS::SSO::Assignment'))
    .map(({ Properties: { PrincipalId, PermissionSetArn, TargetId } }) =>
      [nameOf(PrincipalId), nameOf(PermissionSetArn), TargetId].join(' '),
    )
    .sort();
}

describe('the assignments of an account', () => {
  test('are those of the configuration: group, permission set, account', () => {
    expect(assignmentsIn(templateOf('assistant'))).toEqual([
      'groups/break-glass permission-sets/break-glass-administrator 444455556666',
      'groups/developers permission-sets/bedrock-developer 444455556666',
      'groups/operators permission-sets/bedrock-operator 444455556666',
      'groups/security permission-sets/prompt-log-reader 444455556666',
      'groups/security permission-sets/security-auditor 444455556666',
    ]);
    expect(assignmentsIn(templateOf('audit'))).toEqual([
      'groups/break-glass permission-sets/break-glass-administrator 333344445555',
      'groups/security permission-sets/security-auditor 333344445555',
    ]);
  });

  test('reach the management account when the configuration says so', () => {
    const assignments = [{ group: 'security', permissionSet: 'billing-viewer' as const, accounts: ['management'] }];
    expect(assignmentsIn(templateOf('management', withAssignments(assignments)))).toEqual([
      'groups/security permission-sets/billing-viewer 111122223333',
    ]);
  });

  test('take a group of an identity provider by its id', () => {
    const id = '906769aa-66fd-4b1f-8b8e-000000000000';
    const template = templateOf('audit', {
      identityCenter: {
        ...identityCenter,
        groups: [],
        existingGroups: { auditors: id },
        assignments: [{ group: 'auditors', permissionSet: 'security-auditor', accounts: ['audit'] }],
      },
    });
    expect(assignmentsIn(template)).toEqual([`${id} permission-sets/security-auditor 333344445555`]);
  });

  test('follow the organizational unit', () => {
    const assignments = [
      { group: 'security', permissionSet: 'security-auditor' as const, accounts: [{ organizationalUnit: 'security' }] },
    ];
    const count = (name: string) => assignmentsIn(templateOf(name, withAssignments(assignments))).length;
    expect([count('log-archive'), count('audit'), count('assistant'), count('management')]).toEqual([1, 1, 0, 0]);
  });

  test('follow a tag', () => {
    const [workload] = accounts.workloads;
    if (!workload) throw new Error('the example has a workload');
    const tagged = { ...accounts, workloads: [{ ...workload, tags: { env: 'dev' } }] };
    const assignments = [
      { group: 'developers', permissionSet: 'bedrock-developer' as const, accounts: [{ tag: 'env', value: 'dev' }] },
    ];
    const count = (name: string) =>
      assignmentsIn(templateOf(name, withAssignments(assignments, { accounts: tagged }))).length;
    expect([count('assistant'), count('audit')]).toEqual([1, 0]);
  });

  test('that two targets stand for are made once', () => {
    const targets = ['audit', { organizationalUnit: 'security' }];
    const assignments = [{ group: 'security', permissionSet: 'security-auditor' as const, accounts: targets }];
    expect(assignmentsIn(templateOf('audit', withAssignments(assignments)))).toHaveLength(1);
  });

  test('keep groups apart whose names differ by a hyphen', () => {
    const groups = ['dev-ops', 'devops'].map((name) => ({ name, description: name }));
    const assignments = groups.map(({ name }) => ({
      group: name,
      permissionSet: 'security-auditor' as const,
      accounts: ['audit'],
    }));
    expect(assignmentsIn(templateOf('audit', { identityCenter: { ...identityCenter, groups, assignments } }))).toEqual([
      'groups/dev-ops permission-sets/security-auditor 333344445555',
      'groups/devops permission-sets/security-auditor 333344445555',
    ]);
  });

  test('leave the stack in place when the last one goes, so that the access goes too', () => {
    const template = templateOf('audit', withAssignments([]));
    template.resourceCountIs('AWS::SSO::Assignment', 0);
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: '/example/identity-center/assignments/audit' });
  });
});
