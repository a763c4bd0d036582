/**
 * New EBS volumes and snapshot copies of the account are encrypted, whoever makes them and whatever they ask for.
 *
 * No policy of AWS Organizations says this, so each account has the setting, in each region anew. Volumes that exist stay as they
 * are. Runs once in each workload account, for all governed regions. Free with the key of EBS itself.
 */

import { retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

export interface DesiredEbsEncryptionByDefault {
  /** The default is a setting of each region. */
  readonly regions: readonly string[];
}

export interface ObservedEbsEncryptionByDefault {
  /** By region; undefined where EC2 did not say. */
  readonly encrypted: Readonly<Record<string, boolean | undefined>>;
}

export const ebsEncryptionByDefault: Setting<DesiredEbsEncryptionByDefault, ObservedEbsEncryptionByDefault> = {
  name: 'ebs-encryption-by-default',
  reference: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',

  permissions: ({ regions }) => [
    {
      actions: ['ec2:EnableEbsEncryptionByDefault', 'ec2:GetEbsEncryptionByDefault'],
      // AWS defines no resource for these two; the regions narrow them.
      resources: ['*'],
      condition: { StringEquals: { 'aws:RequestedRegion': regions } },
    },
  ],

  async read({ regions }, clients) {
    const encrypted: Record<string, boolean | undefined> = {};
    for (const region of regions) {
      const answer = await retried(clients, () => clients.ec2In(region).getEbsEncryptionByDefault({}));
      encrypted[region] = answer.EbsEncryptionByDefault;
    }
    return { encrypted };
  },

  differences: ({ regions }, { encrypted }) =>
    regions
      .filter((region) => encrypted[region] !== true)
      .map((region) => ({ what: `encrypted.${region}`, desired: true, observed: encrypted[region] ?? 'unknown' })),

  async apply({ regions }, { encrypted }, clients) {
    for (const region of regions.filter((name) => encrypted[name] !== true)) {
      const answer = await retried(clients, () => clients.ec2In(region).enableEbsEncryptionByDefault({}));
      if (answer.EbsEncryptionByDefault !== true) {
        throw new SettingFailed(
          `EC2 in ${region} took the call and answered that volumes are still not encrypted by default. Look for a policy of the ` +
            'organization on EC2 in this account, then deploy again.',
        );
      }
    }
    return {};
  },
};
