import { Stack } from 'aws-cdk-lib';
import { CfnGroup } from 'aws-cdk-lib/aws-identitystore';
import { CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import type { Organization } from '../config/resolve-organization';
import { AccountAssignments } from '../constructs/account-assignments';
import type { PermissionSet, PermissionSetFacts } from '../policies/permission-set';
import { permissionSets } from '../policies/permission-sets';
import type { BaselineProps } from './baseline-props';

export interface ManagementIdentityCenterStackProps extends BaselineProps {
  readonly permissionSetFacts: PermissionSetFacts;
}

/**
 * People: what they may do (permission sets), who they are (groups), and where (assignments).
 *
 * Deployed to the management account and the primary region of IAM Identity Center, whose organization instance exists already.
 * Deploying from here is what lets a permission set be assigned to the management account: a delegated administrator can neither
 * make such an assignment nor change a permission set that has one. Whoever delegates the administration of Identity Center later
 * keeps separate permission sets for the management account.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export class ManagementIdentityCenterStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementIdentityCenterStackProps) {
    super(scope, id, props);
    const { instanceArn, identityStoreId, groups, existingGroups, assignments } = props.organization.identityCenter;
    const accountIds = accountIdsOf(props.organization);

    const setScope = new Construct(this, 'PermissionSets');
    const permissionSetArns = new Map(
      permissionSets.map((set) => [
        set.name,
        this.permissionSet(setScope, set, props.permissionSetFacts, instanceArn).attrPermissionSetArn,
      ]),
    );
    const groupScope = new Construct(this, 'Groups');
    const groupIds = new Map([
      ...Object.entries(existingGroups),
      ...groups.map(({ name, description }): [string, string] => [
        name,
        new CfnGroup(groupScope, name, { identityStoreId, displayName: name, description }).attrGroupId,
      ]),
    ]);
    new AccountAssignments(this, 'Assignments', {
      instanceArn,
      // Account by account, so that a new account at the end of the configuration is at the end here as well.
      assignments: [...accountIds].flatMap(([account, accountId]) =>
        assignments
          .filter(({ accounts }) => accounts.includes(account))
          .map(({ group, permissionSet }) => ({
            group,
            groupId: known(groupIds, group),
            permissionSet,
            permissionSetArn: known(permissionSetArns, permissionSet),
            account,
            accountId,
          })),
      ),
    });
  }

  private permissionSet(scope: Construct, set: PermissionSet, facts: PermissionSetFacts, instanceArn: string) {
    const statements = set.statements(facts);
    return new CfnPermissionSet(scope, set.name, {
      instanceArn,
      name: set.name,
      // Identity Center accepts Latin letters only.
      description: set.title.en,
      sessionDuration: set.sessionDuration,
      managedPolicies: set.managedPolicies.map((name) => `arn:${facts.partition}:iam::aws:policy/${name}`),
      inlinePolicy: statements.length > 0 ? { Version: '2012-10-17', Statement: statements } : undefined,
    });
  }
}

function accountIdsOf({ accounts }: Organization): ReadonlyMap<string, string> {
  const { management, logArchive, audit, workloads } = accounts;
  return new Map([management, logArchive, audit, ...workloads].map(({ name, id }) => [name, id]));
}

/** The configuration is checked before it gets here; a name that is missing now is a mistake of ours. */
function known(map: ReadonlyMap<string, string>, name: string): string {
  const value = map.get(name);
  if (value === undefined) throw new Error(`${name} is in an assignment but was never made`);
  return value;
}
