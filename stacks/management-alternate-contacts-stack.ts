import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { alternateContacts } from '../settings/alternate-contacts';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * Whom AWS calls about an account, the same in every account. A stack of its own: with hundreds of accounts it takes minutes, and
 * the foundation should not wait for it or fail with it.
 */
export class ManagementAlternateContactsStack extends Stack {
  /** Whether the organization names anybody. */
  static isNeeded({ alternateContacts }: BaselineProps['organization']): boolean {
    return Object.keys(alternateContacts).length > 0;
  }

  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { management, logArchive, audit, workloads } = organization.accounts;
    const { security, operations, billing } = organization.alternateContacts;
    new AppliedSettings(this, 'Contacts', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: AccountKey.published(this, 'AccountKey', names.accountKeyParameter),
      settings: [
        desiredSetting(
          alternateContacts,
          {
            managementAccountId: management.id,
            accountIds: [management, logArchive, audit, ...workloads].map((account) => account.id),
            contacts: {
              ...(security && { SECURITY: security }),
              ...(operations && { OPERATIONS: operations }),
              ...(billing && { BILLING: billing }),
            },
          },
          placeOf(organization, props.env),
        ),
      ],
    });
  }
}
