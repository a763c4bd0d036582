import { Stack } from 'aws-cdk-lib';
import { type IStringParameter, StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { Account } from '../config/resolve-organization';
import { AccountAssignments } from '../constructs/account-assignments';
import type { BaselineProps } from './baseline-props';

export interface ManagementIdentityCenterAssignmentsStackProps extends BaselineProps {
  /** The account that people get access to. */
  readonly account: Account;
}

/**
 * Who may do what in one account. One stack per account keeps every template far below 500 resources however many accounts and groups
 * there are, and a new account changes nobody else's template.
 *
 * Deployed to the management account and the primary region of IAM Identity Center, after the permission sets and groups. So a
 * permission set or a group is taken away in two deployments, its assignments first. Before an account leaves the configuration its stack
 * is deleted, or the access stays.
 */
export class ManagementIdentityCenterAssignmentsStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementIdentityCenterAssignmentsStackProps) {
    super(scope, id, props);
    const { organization, names, account } = props;
    const { instanceArn, existingGroups, assignments } = organization.identityCenter;
    const adopted = new Map(Object.entries(existingGroups));
    const groupScope = new Construct(this, 'Groups');
    const setScope = new Construct(this, 'PermissionSets');
    const here = assignments.filter(({ accounts }) => accounts.includes(account.name));
    new AccountAssignments(this, 'Assignments', {
      instanceArn,
      accountId: account.id,
      assignments: here.map(({ group, permissionSet }) => ({
        group,
        groupId: adopted.get(group) ?? published(groupScope, group, names.groupParameter(group)),
        permissionSet,
        permissionSetArn: published(setScope, permissionSet, names.permissionSetParameter(permissionSet)),
      })),
    });
    // Never empty: taking the last assignment away is a deployment like any other, and not a stack that is left behind with its access.
    new StringParameter(this, 'Record', {
      parameterName: names.assignmentsParameter(account.name),
      stringValue: account.id,
      description: 'Account whose assignments are deployed by the stack that holds this parameter',
    });
  }
}

/** What another stack has published; once per name. In a scope of its own, because at the top `dev-ops` and `devops` get one logical id. */
function published(scope: Construct, id: string, parameterName: string): string {
  const known = scope.node.tryFindChild(id) as IStringParameter | undefined;
  return (known ?? StringParameter.fromStringParameterName(scope, id, parameterName)).stringValue;
}
