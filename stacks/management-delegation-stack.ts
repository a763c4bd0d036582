import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { SecurityHubAdministrator } from '../constructs/security-hub-administrator';
import { guardDutyAccount } from '../settings/guardduty-account';
import { guardDutyAdministrator } from '../settings/guardduty-administrator';
import { inspectorAdministrator } from '../settings/inspector-administrator';
import { macieAccount } from '../settings/macie-account';
import { macieAdministrator } from '../settings/macie-administrator';
import { placeOf } from '../settings/place';
import { securityHubAccount } from '../settings/security-hub-account';
import { securityHubAdministrator } from '../settings/security-hub-administrator';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * The security services are administered from the audit account: one and the same account, named in each region anew. Security Hub
 * CSPM, GuardDuty and Macie are also switched on in the management account itself, the one account in which no administrator can do that.
 */
export class ManagementDelegationStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { accounts, homeRegion, name, services } = organization;
    const place = placeOf(organization, props.env);
    const administrator = { accountId: accounts.audit.id };

    // In its region the foundation has made the key already, and one costs $1 a month.
    const logKey =
      this.region === names.foundationRegion
        ? AccountKey.published(this, 'AccountKey', names.accountKeyParameter)
        : new AccountKey(this, 'AccountKey', {
            organizationName: name,
            parameterName: names.accountKeyParameter,
          }).key;
    const settings = new AppliedSettings(this, 'Administrators', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey,
      settings: [
        ...(services.securityHub === 'unified' ? [desiredSetting(securityHubAdministrator, administrator, place)] : []),
        desiredSetting(securityHubAccount, {}, place),
        desiredSetting(guardDutyAccount, {}, place),
        desiredSetting(guardDutyAdministrator, administrator, place),
        desiredSetting(inspectorAdministrator, administrator, place),
        ...(services.macie
          ? [desiredSetting(macieAccount, {}, place), desiredSetting(macieAdministrator, administrator, place)]
          : []),
      ],
    });
    if (this.region === homeRegion) {
      const securityHub = new SecurityHubAdministrator(this, 'SecurityHub', administrator);
      // Both register with AWS Organizations, which takes one call a second and no two at a time; and the administrator of
      // Security Hub CSPM is the only one that Security Hub accepts.
      settings.node.addDependency(securityHub);
    }
  }
}
