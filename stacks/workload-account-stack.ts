import { Aws, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { AccountBudget } from '../constructs/account-budget';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { permissionsBoundary } from '../policies/permissions-boundary';
import { bedrockDataRetention } from '../settings/bedrock-data-retention';
import { ebsEncryptionByDefault } from '../settings/ebs-encryption-by-default';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * What a workload account is, before anything runs in it: no prompt is kept by Amazon Bedrock and no volume is unencrypted in any
 * governed region, roles have a ceiling, the month has a budget. That no bucket is public is a policy of the organization.
 * One stack in the home region for the whole account, whatever the number of regions.
 */
export class WorkloadAccountStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;

    const { key } = new AccountKey(this, 'AccountKey', {
      organizationName: organization.name,
      parameterName: names.accountKeyParameter,
    });
    const place = placeOf(organization, props.env);
    const regions = organization.governedRegions;
    new AppliedSettings(this, 'Settings', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: key,
      settings: [
        desiredSetting(bedrockDataRetention, { mode: 'none', regions }, place),
        desiredSetting(ebsEncryptionByDefault, { regions }, place),
      ],
    });
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
          ...(organization.services.privateNetwork
            ? { privateNetwork: { posterFunction: names.assistantPoster } }
            : {}),
          permissionsBoundary: names.permissionsBoundary,
          ...(organization.organizationGuardrail ? { guardrailAccountId: organization.accounts.management.id } : {}),
        }),
      ),
    });
    new AccountBudget(this, 'Budget', {
      monthlyLimit: organization.monthlyBudget,
      emails: organization.alertContacts,
    });
  }
}
