import type { CfnResource } from 'aws-cdk-lib';
import { CfnAssignment } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';

/** One group with one permission set in one account. */
export interface AccountAssignment {
  readonly group: string;
  readonly groupId: string;
  readonly permissionSet: string;
  readonly permissionSetArn: string;
  readonly account: string;
  readonly accountId: string;
}

export interface AccountAssignmentsProps {
  readonly instanceArn: string;
  /** Repeated assignments count once. */
  readonly assignments: readonly AccountAssignment[];
}

/** IAM Identity Center works on at most 15 assignments at a time; this leaves room for people at the console. */
const lanes = 10;

/**
 * Who may do what where. Created a few at a time: IAM Identity Center refuses more than 15 open requests and updates one
 * permission set's role per account at a time, so all assignments of an account wait for each other, and accounts share lanes.
 *
 * Names, not positions, make the logical ids and the lanes: another account at the end of the list changes no other resource.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
 */
export class AccountAssignments extends Construct {
  constructor(scope: Construct, id: string, { instanceArn, assignments }: AccountAssignmentsProps) {
    super(scope, id);
    const lastInLane = new Map<number, CfnResource>();
    for (const assignment of unique(assignments)) {
      const resource = new CfnAssignment(this.placeOf(assignment), assignment.group, {
        instanceArn,
        permissionSetArn: assignment.permissionSetArn,
        principalType: 'GROUP',
        principalId: assignment.groupId,
        targetType: 'AWS_ACCOUNT',
        targetId: assignment.accountId,
      });
      const lane = laneOf(assignment.account);
      const before = lastInLane.get(lane);
      if (before) resource.addResourceDependency(before);
      lastInLane.set(lane, resource);
    }
  }

  /** The path account / permission set / group keeps names apart that would be one when joined. */
  private placeOf({ account, permissionSet }: AccountAssignment): Construct {
    const accountScope = childOf(this, account);
    return childOf(accountScope, permissionSet);
  }
}

function childOf(scope: Construct, id: string): Construct {
  return (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
}

function laneOf(account: string): number {
  return [...account].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % lanes;
}

function unique(assignments: readonly AccountAssignment[]): readonly AccountAssignment[] {
  const seen = new Set<string>();
  return assignments.filter(({ account, permissionSet, group }) => {
    const key = JSON.stringify([account, permissionSet, group]);
    return !seen.has(key) && seen.add(key);
  });
}
