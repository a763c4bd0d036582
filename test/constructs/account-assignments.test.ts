import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { type AccountAssignment, AccountAssignments } from '../../constructs/account-assignments';
import { runs } from '../helpers/runs';

const assignment = (permissionSet = 'security-auditor', group = 'security'): AccountAssignment => ({
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
  const instanceArn = 'arn:aws:sso:::instance/ssoins-1';
  new AccountAssignments(stack, 'Assignments', { instanceArn, accountId: 'id-of-audit', assignments });
  return Template.fromStack(stack).findResources('AWS::SSO::Assignment') as Record<string, Made>;
}

describe('assignments', () => {
  test('give a group one permission set in one account', () => {
    expect(Object.values(made([assignment()])).map(({ Properties }) => Properties)).toEqual([
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

  test('added at the end change no other', () => {
    const before = made([assignment(), assignment('security-auditor', 'operators')]);
    const after = made([assignment(), assignment('security-auditor', 'operators'), assignment('billing-viewer')]);
    expect(Object.keys(after)).toHaveLength(3);
    for (const [id, resource] of Object.entries(before)) expect(after[id]).toEqual(resource);
  });

  test('given twice are made once', () => {
    expect(Object.keys(made([assignment(), assignment()]))).toHaveLength(1);
  });

  test('whose joined names are equal stay apart', () => {
    expect(Object.keys(made([assignment('a-b', 'c'), assignment('a', 'b-c')]))).toHaveLength(2);
  });

  test('are created one at a time, whatever they are', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, name), { maxLength: 20, selector: String }), (pairs) => {
        const resources = made(pairs.map(([set, group]) => assignment(set, group)));
        const waiting = Object.values(resources).flatMap(({ DependsOn = [] }) => DependsOn);
        expect(Object.keys(resources)).toHaveLength(pairs.length);
        // A chain: all but the first wait for one, and nothing is waited for twice.
        expect(waiting).toHaveLength(Math.max(0, pairs.length - 1));
        expect(new Set(waiting).size).toBe(waiting.length);
      }),
      { numRuns: runs(30) },
    );
  });
});
