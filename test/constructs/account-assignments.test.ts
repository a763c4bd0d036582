import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { type AccountAssignment, AccountAssignments } from '../../constructs/account-assignments';

const assignment = (account: string, permissionSet = 'security-auditor', group = 'security'): AccountAssignment => ({
  account,
  accountId: `id-of-${account}`,
  permissionSet,
  permissionSetArn: `arn:aws:sso:::permissionSet/ssoins-1/${permissionSet}`,
  group,
  groupId: `id-of-${group}`,
});

interface Made {
  readonly Properties: Record<string, string>;
  readonly DependsOn?: readonly string[];
}

function made(assignments: readonly AccountAssignment[]): Record<string, Made> {
  const stack = new Stack(new App(), 'Stack');
  new AccountAssignments(stack, 'Assignments', { instanceArn: 'arn:aws:sso:::instance/ssoins-1', assignments });
  return Template.fromStack(stack).findResources('AWS::SSO::Assignment') as Record<string, Made>;
}

const accounts = (count: number) => Array.from({ length: count }, (_, index) => `workload-${index}`);

describe('assignments', () => {
  test('give a group one permission set in one account', () => {
    expect(Object.values(made([assignment('audit')])).map(({ Properties }) => Properties)).toEqual([
      {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/security-auditor',
        PrincipalType: 'GROUP',
        PrincipalId: 'id-of-security',
        TargetType: 'AWS_ACCOUNT',
        TargetId: 'id-of-audit',
      },
    ]);
  });

  test('of another account at the end change no other resource', () => {
    const names = accounts(40);
    const before = made(names.map((name) => assignment(name)));
    const after = made([...names, 'workload-new'].map((name) => assignment(name)));
    expect(Object.keys(after)).toHaveLength(41);
    for (const [id, resource] of Object.entries(before)) expect(after[id]).toEqual(resource);
  });

  test('of an account that is removed take nothing else with them', () => {
    const names = accounts(10);
    const before = Object.keys(made(names.map((name) => assignment(name))));
    const after = Object.keys(made(names.slice(1).map((name) => assignment(name))));
    expect(before).toEqual(expect.arrayContaining(after));
    expect(before).toHaveLength(after.length + 1);
  });

  test('given twice are made once', () => {
    expect(Object.keys(made([assignment('audit'), assignment('audit')]))).toHaveLength(1);
  });

  test('whose joined names are equal stay apart', () => {
    const ids = Object.keys(
      made([assignment('a-b', 'c', 'd'), assignment('a', 'b-c', 'd'), assignment('a', 'b', 'c-d')]),
    );
    expect(new Set(ids).size).toBe(3);
  });

  test('wait for each other: at most 15 at a time, one at a time in an account', () => {
    const someAccounts = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(someAccounts, fc.integer({ min: 1, max: 4 }), (names, sets) => {
        const resources = made(
          names.flatMap((name) => Array.from({ length: sets }, (_, index) => assignment(name, `set-${index}`))),
        );
        expect(Object.keys(resources)).toHaveLength(names.length * sets);
        const first = Object.values(resources).filter(({ DependsOn }) => DependsOn === undefined);
        expect(first.length).toBeLessThanOrEqual(15);
        const predecessors = Object.values(resources).flatMap(({ DependsOn = [] }) => DependsOn);
        // Chains, not trees: nothing is waited for twice, so as many run at a time as there are chains.
        expect(new Set(predecessors).size).toBe(predecessors.length);
        // An account's own assignments are in one chain: each but the first waits for another of them.
        const accountOf = (id: string) => resources[id]?.Properties.TargetId;
        for (const name of names) {
          const own = Object.entries(resources).filter(([id]) => accountOf(id) === `id-of-${name}`);
          const waiting = own.filter(([, { DependsOn = [] }]) =>
            DependsOn.some((id) => accountOf(id) === `id-of-${name}`),
          );
          expect(waiting).toHaveLength(own.length - 1);
        }
      }),
      { numRuns: 20 },
    );
  });
});
