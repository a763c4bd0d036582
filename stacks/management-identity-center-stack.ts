import { type CfnResource, Stack } from 'aws-cdk-lib';
import { CfnGroup } from 'aws-cdk-lib/aws-identitystore';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { CfnInstanceAccessControlAttributeConfiguration, CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import type { PermissionSet, PermissionSetFacts } from '../policies/permission-set';
import { permissionSets } from '../policies/permission-sets';
import type { BaselineProps } from './baseline-props';

export interface ManagementIdentityCenterStackProps extends BaselineProps {
  readonly permissionSetFacts: PermissionSetFacts;
}

/**
 * People: what they may do (permission sets) and who they are (groups). Where, is the matter of one stack per account, which reads the
 * ids published here.
 *
 * Deployed to the management account and the primary region of IAM Identity Center, whose organization instance exists already.
 * Deploying from here is what lets a permission set be assigned to the management account: a delegated administrator can neither
 * make such an assignment nor change a permission set that has one. That is why the management account has permission sets of its own,
 * and why this baseline delegates Identity Center to nobody. Whoever delegates it keeps in mind that the delegate can still change who is
 * in a group, so a group with an assignment in the management account is then the delegate's key to it.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export class ManagementIdentityCenterStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementIdentityCenterStackProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { instanceArn, identityStoreId, groups, accessControlAttributes } = organization.identityCenter;

    const setScope = new Construct(this, 'PermissionSets');
    const publishedScope = new Construct(this, 'Published');
    let before: CfnResource | undefined;
    for (const set of permissionSets) {
      const resource = this.permissionSet(setScope, set, props);
      // An update provisions the role in every account, and an account takes one at a time.
      if (before) resource.addResourceDependency(before);
      before = resource;
      publish(publishedScope, names.permissionSetParameter(set.name), resource.attrPermissionSetArn);
    }
    const groupScope = new Construct(this, 'Groups');
    for (const { name, description } of groups) {
      const { attrGroupId } = new CfnGroup(groupScope, name, { identityStoreId, displayName: name, description });
      publish(publishedScope, names.groupParameter(name), attrGroupId);
    }
    if (Object.keys(accessControlAttributes).length > 0) {
      // https://docs.aws.amazon.com/singlesignon/latest/userguide/abac.html
      new CfnInstanceAccessControlAttributeConfiguration(this, 'AccessControlAttributes', {
        instanceArn,
        accessControlAttributes: Object.entries(accessControlAttributes).map(([key, source]) => ({
          key,
          value: { source: [source] },
        })),
      });
    }
  }

  private permissionSet(
    scope: Construct,
    set: PermissionSet,
    { organization, names, permissionSetFacts: facts }: ManagementIdentityCenterStackProps,
  ) {
    const statements = set.statements(facts);
    return new CfnPermissionSet(scope, set.name, {
      instanceArn: organization.identityCenter.instanceArn,
      name: set.name,
      // Identity Center accepts Latin letters only.
      description: set.title.en,
      sessionDuration: set.sessionDuration,
      managedPolicies: set.managedPolicies.map((name) => `arn:${facts.partition}:iam::aws:policy/${name}`),
      inlinePolicy: statements.length > 0 ? { Version: '2012-10-17', Statement: statements } : undefined,
      permissionsBoundary: set.permissionsBoundary
        ? { customerManagedPolicyReference: { name: names.permissionsBoundary } }
        : undefined,
    });
  }
}

function publish(scope: Construct, parameterName: string, stringValue: string): void {
  new StringParameter(scope, parameterName.split('/').slice(-2).join('-'), { parameterName, stringValue });
}
