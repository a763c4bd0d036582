import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { inLanes } from '../../bin/app';
import type { OrganizationInput } from '../../config/organization-schema';
import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { everyAccount } from '../../config/resolve-organization';
import { ManagementIdentityCenterAssignmentsStack } from '../../stacks/management-identity-center-assignments-stack';
import { ManagementIdentityCenterStack } from '../../stacks/management-identity-center-stack';
import { baselineProps } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';

const { accounts, identityCenter } = exampleDocument;
const groups = Array.from({ length: 30 }, (_, index) => ({ name: `group-${index}`, description: `Group ${index}` }));

/** An organization of that many accounts in which every group has a permission set in every workload account. */
function organizationOf(accountCount: number): Partial<OrganizationInput> {
  const [example] = accounts.workloads;
  if (!example) throw new Error('the example has a workload');
  const workloads = Array.from({ length: accountCount - 3 }, (_, index) => ({
    ...example,
    name: `workload-${index}`,
    id: String(500_000_000_000 + index),
    email: `workload-${index}@example.com`,
  }));
  const targets = [{ organizationalUnit: 'workloads' }, { organizationalUnit: 'security' }];
  const assignments = groups.map(({ name }) => ({
    group: name,
    permissionSet: 'security-auditor' as const,
    accounts: targets,
  }));
  return { accounts: { ...accounts, workloads }, identityCenter: { ...identityCenter, groups, assignments } };
}

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly DependsOn?: readonly string[] }>;
  readonly Parameters?: Record<string, unknown>;
}

/** Every construct takes a stack trace, which costs more than the construct. */
function withoutStackTraces<Result>(work: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function synthesize(accountCount: number): readonly CloudFormationStackArtifact[] {
  const props = baselineProps('management', undefined, organizationOf(accountCount));
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), 'ishizue-people-')),
    analyticsReporting: false,
    treeMetadata: false,
  });
  const first = new ManagementIdentityCenterStack(app, 'management-identity-center', {
    ...props,
    permissionSetFacts: permissionSetFactsOf(props.organization),
  });
  const stacks = everyAccount(props.organization).map(
    (account) =>
      new ManagementIdentityCenterAssignmentsStack(app, `management-identity-center-assignments-${account.name}`, {
        ...props,
        account,
      }),
  );
  inLanes(first, stacks);
  return app.synth().stacks;
}

const templateOf = (stack: CloudFormationStackArtifact): Template =>
  JSON.parse(readFileSync(stack.templateFullPath, 'utf8'));

describe('the people of 200 accounts and 30 groups', () => {
  const stacks = withoutStackTraces(() => synthesize(200));
  const templates = new Map(stacks.map((stack) => [stack.id, templateOf(stack)]));

  test('have every assignment, in templates that CloudFormation takes', () => {
    const resources = [...templates.values()].map(({ Resources }) => Object.values(Resources));
    const made = resources.flat().filter(({ Type }) => Type === 'AWS::SSO::Assignment');
    expect(made).toHaveLength(199 * 30);
    expect(templates.size).toBe(201);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    expect(Math.max(...resources.map(({ length }) => length))).toBeLessThanOrEqual(500);
    for (const { Parameters = {} } of templates.values()) {
      expect(Object.keys(Parameters).length).toBeLessThanOrEqual(200);
    }
  });

  test('wait for each other: Identity Center has at most 15 assignments to work on, whatever the concurrency', () => {
    const isStack = (id: string) => templates.has(id);
    const waitedFor = stacks.flatMap(({ dependencies }) => dependencies.map(({ id }) => id).filter(isStack));
    const together = waitedFor.filter((id) => id === 'management-identity-center');
    expect(together.length).toBeLessThanOrEqual(15);
    // Chains, not trees: every stack waits for one, and only the first is waited for twice.
    const others = waitedFor.filter((id) => id.includes('-assignments-'));
    expect(new Set(others).size).toBe(others.length);
    expect(waitedFor).toHaveLength(200);
    for (const { Resources } of templates.values()) {
      const assignments = Object.values(Resources).filter(({ Type }) => Type === 'AWS::SSO::Assignment');
      expect(assignments.filter(({ DependsOn }) => DependsOn === undefined).length).toBeLessThanOrEqual(1);
    }
  });

  test('stay as they are when accounts are added: nothing changes but what the new ones receive', () => {
    const before = withoutStackTraces(() => synthesize(20));
    expect(before).toHaveLength(21);
    for (const stack of before) expect([stack.id, templates.get(stack.id)]).toEqual([stack.id, templateOf(stack)]);
  });
});
