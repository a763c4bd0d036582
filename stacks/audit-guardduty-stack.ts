import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { guardDutyFindingsExport } from '../settings/guardduty-findings-export';
import { guardDutyOrganization } from '../settings/guardduty-organization';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';
import { guardDutyFeaturesOf } from './guardduty-features';

/**
 * GuardDuty in every account, today's and tomorrow's, and its findings in the log archive. The delegation has made the detector here, and
 * that of the management account, which has to be there before the account can be added.
 */
export class AuditGuardDutyStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { management } = organization.accounts;
    const place = placeOf(organization, props.env);
    const accountKey = new AccountKey(this, 'AccountKey', {
      organizationName: organization.name,
      parameterName: names.accountKeyParameter,
    });
    new AppliedSettings(this, 'GuardDuty', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: accountKey.key,
      settings: [
        desiredSetting(
          guardDutyOrganization,
          {
            features: guardDutyFeaturesOf(organization.services),
            members: [{ accountId: management.id, email: management.email }],
          },
          place,
        ),
        desiredSetting(
          guardDutyFindingsExport,
          {
            bucketArn: names.findingsBucketArn,
            bucketOwner: organization.accounts.logArchive.id,
            keyAliasArn: names.findingsKeyAliasArn,
          },
          place,
        ),
      ],
    });
  }
}
