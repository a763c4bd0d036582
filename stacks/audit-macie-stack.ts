import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { macieOrganization } from '../settings/macie-organization';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * Macie in every account but the management account, which would have to enable it for itself. The delegation has enabled it in this
 * one, so that nobody may declare a session here.
 *
 * Costs about $0.10 a month for each bucket, and $1 for each GB that is inspected.
 *
 * https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html
 */
export class AuditMacieStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { logArchive, workloads } = organization.accounts;
    const members = [logArchive, ...workloads].map(({ id: accountId, email }) => ({ accountId, email }));
    new AppliedSettings(this, 'Macie', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: AccountKey.published(this, 'AccountKey', names.accountKeyParameter),
      settings: [desiredSetting(macieOrganization, { members }, placeOf(organization, props.env))],
    });
  }
}
