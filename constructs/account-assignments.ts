import type { CfnResource } from 'aws-cdk-lib';
import { CfnAssignment } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';

/** One group with one permission set. */
export interface AccountAssignment {
  readonly group: string;
  readonly groupId: string;
  readonly permissionSet: string;
  readonly permissionSetArn: string;
}

export interface AccountAssignmentsProps {
  readonly instanceArn: string;
  readonly accountId: string;
  /** Repeated assignments count once. */
  readonly assignments: readonly AccountAssignment[];
}

/**
 * Who may do what in one account. Created one after the other: IAM Identity Center updates one permission set's role per account at a
 * time, and works on at most 15 assignments of the whole organization at a time.
 *
 * Names, not positions, make the logical ids: another assignment at the end of the list changes no other.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
 */
export class AccountAssignments extends Construct {
  constructor(scope: Construct, id: string, { instanceArn, accountId, assignments }: AccountAssignmentsProps) {
    super(scope, id);
    let before: CfnResource | undefined;
    for (const { group, groupId, permissionSet, permissionSetArn } of assignments) {
      // The path permission set / group keeps names apart that would be one when joined.
      const place = childOf(this, permissionSet);
      if (place.node.tryFindChild(group)) continue;
      const resource = new CfnAssignment(place, group, {
        instanceArn,
        permissionSetArn,
        principalType: 'GROUP',
        principalId: groupId,
        targetType: 'AWS_ACCOUNT',
        targetId: accountId,
      });
      if (before) resource.addResourceDependency(before);
      before = resource;
    }
  }
}

function childOf(scope: Construct, id: string): Construct {
  return (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
}
