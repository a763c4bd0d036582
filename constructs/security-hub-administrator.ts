import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnDelegatedAdmin } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

export interface SecurityHubAdministratorProps {
  /** Id of the account that administers Security Hub; never the management account. */
  readonly accountId: string;
}

/**
 * Makes an account the delegated administrator of Security Hub CSPM. Belongs into the management account and the home region only:
 * central configuration carries it to the linked regions. It also enables Security Hub CSPM in that account and region, so that
 * nobody may declare a hub there, and makes the account the administrator of Security Hub.
 *
 * Deleting the stack keeps the administrator: without one, AWS deletes every configuration policy. Costs nothing.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/designate-orgs-admin-account.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/start-central-configuration.html
 */
export class SecurityHubAdministrator extends Construct {
  constructor(scope: Construct, id: string, props: SecurityHubAdministratorProps) {
    super(scope, id);
    const administrator = new CfnDelegatedAdmin(this, 'Administrator', { adminAccountId: props.accountId });
    administrator.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}
