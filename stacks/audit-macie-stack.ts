import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { macieOrganization } from '../settings/macie-organization';
import { type DesiredMaciePromptDiscovery, maciePromptDiscovery } from '../settings/macie-prompt-discovery';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/**
 * Macie in every account. The delegation has enabled it in this one, so that nobody may declare a session here, and in the management
 * account, which has to have it before it can be added.
 *
 * It looks where prompts are: the buckets that the workloads name are inspected in full, those of the log archive, which hold none, are
 * not sampled. Costs about $0.10 a month for each bucket, and $1 for each GB that is inspected.
 *
 * https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html
 */
export class AuditMacieStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { management, logArchive, workloads } = organization.accounts;
    const place = placeOf(organization, props.env);
    const members = [management, logArchive, ...workloads].map(({ id: accountId, email }) => ({ accountId, email }));
    new AppliedSettings(this, 'Macie', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: AccountKey.published(this, 'AccountKey', names.accountKeyParameter),
      settings: [
        desiredSetting(macieOrganization, { members }, place),
        desiredSetting(maciePromptDiscovery, promptDiscovery(props), place),
      ],
    });
  }
}

function promptDiscovery({ organization, names, env }: BaselineProps): DesiredMaciePromptDiscovery {
  const { name, homeRegion, accounts } = organization;
  const buckets = accounts.workloads
    .map(({ id: accountId, promptBuckets }) => ({
      accountId,
      buckets: promptBuckets.filter(({ region }) => region === env.region).map((bucket) => bucket.name),
    }))
    .filter((account) => account.buckets.length > 0);
  return {
    // Macie wants the names of buckets that exist, and those of the log archive are in the home region.
    excludedBuckets:
      env.region === homeRegion ? [names.trailBucket, names.accessLogBucket, names.findingsBucket].sort() : [],
    ...(buckets.length > 0 ? { job: { name: `${name}-prompts`, buckets } } : {}),
  };
}
