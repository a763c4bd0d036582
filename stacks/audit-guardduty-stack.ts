import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AppliedSettings } from '../constructs/applied-settings';
import { LogKey } from '../constructs/log-key';
import { guardDutyFindingsExport } from '../settings/guardduty-findings-export';
import { guardDutyOrganization } from '../settings/guardduty-organization';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';
import { guardDutyFeaturesOf } from './guardduty-features';

/** GuardDuty in every account, today's and tomorrow's, and its findings in the log archive. The delegation has made the detector. */
export class AuditGuardDutyStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const place = placeOf(organization, props.env);
    const logKey = new LogKey(this, 'LogKey', {
      description: 'Encrypts the logs of the functions that apply settings',
      alias: `alias/${organization.name}-logs`,
      parameterName: names.logKeyParameter,
    });
    new AppliedSettings(this, 'GuardDuty', {
      code: props.functions.applySettings,
      logKey: logKey.key,
      settings: [
        desiredSetting(guardDutyOrganization, { features: guardDutyFeaturesOf(organization.services) }, place),
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
