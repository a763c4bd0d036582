import { Aws, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Workload } from '../config/resolve-organization';
import { AccountBudget } from '../constructs/account-budget';
import { AppliedSettings } from '../constructs/applied-settings';
import { EncryptionKey } from '../constructs/encryption-key';
import { permissionsBoundary } from '../policies/permissions-boundary';
import { bedrockDataRetention } from '../settings/bedrock-data-retention';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

export interface WorkloadAccountStackProps extends BaselineProps {
  readonly workload: Workload;
}

/**
 * What a workload account is, before anything runs in it: no prompt is kept by Amazon Bedrock in any governed region; in the home
 * region also what concerns the whole account, the ceiling of its roles and its budget.
 */
export class WorkloadAccountStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkloadAccountStackProps) {
    super(scope, id, props);
    const { organization, names } = props;

    const key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts the log of what was set in this account and region',
      alias: `alias/${organization.name}-account`,
      forLogGroups: true,
    }).key;
    new AppliedSettings(this, 'Settings', {
      code: props.functions.applySettings,
      logKey: key,
      settings: [desiredSetting(bedrockDataRetention, { mode: 'none' }, placeOf(organization, props.env))],
    });
    if (props.env.region !== organization.homeRegion) return;

    new ManagedPolicy(this, 'PermissionsBoundary', {
      managedPolicyName: names.permissionsBoundary,
      description: 'The most a role of a workload can do. Grants nothing by itself',
      document: PolicyDocument.fromJson(
        permissionsBoundary({
          partition: organization.partition,
          // A reference, so that the document, and every finding about it, is the same in all accounts.
          accountId: Aws.ACCOUNT_ID,
          governedRegions: organization.governedRegions,
          inferenceProfiles: organization.bedrock.inferenceProfiles,
          permissionsBoundary: names.permissionsBoundary,
        }),
      ),
    });
    new AccountBudget(this, 'Budget', {
      monthlyLimit: organization.monthlyBudget,
      emails: organization.alertContacts,
    });
  }
}
