/**
 * Amazon Bedrock keeps no request and no response of the account in its regions: a model that requires retention refuses to
 * answer instead of keeping data silently.
 *
 * Without it the account inherits what each model does by default. Runs once in each workload account, for all governed regions. Free.
 */

import type { DataRetentionMode } from '@aws-sdk/client-bedrock';
import { retried } from './retry';
import type { Permission, Setting } from './setting';
import { SettingFailed } from './setting-failed';

export interface DesiredBedrockDataRetention {
  /** `none` is zero data retention. */
  readonly mode: DataRetentionMode;
  /** The mode is a setting of each region. */
  readonly regions: readonly string[];
}

export interface ObservedBedrockDataRetention {
  /** By region; `inherit` where nobody has set it. */
  readonly modes: Readonly<Record<string, string>>;
}

export const bedrockDataRetention: Setting<DesiredBedrockDataRetention, ObservedBedrockDataRetention> = {
  name: 'bedrock-data-retention',
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html',

  permissions: ({ mode, regions }): readonly Permission[] => [
    {
      actions: ['bedrock:GetAccountDataRetention'],
      // AWS defines no resource for this action; the regions narrow it.
      resources: ['*'],
      condition: { StringEquals: { 'aws:RequestedRegion': regions } },
    },
    {
      actions: ['bedrock:PutAccountDataRetention'],
      // AWS defines no resource for this action; the mode and the regions narrow it.
      resources: ['*'],
      condition: { StringEquals: { 'aws:RequestedRegion': regions, 'bedrock:DataRetentionMode': mode } },
    },
  ],

  async read({ regions }, clients) {
    const modes: Record<string, string> = {};
    for (const region of regions) {
      const { mode } = await retried(clients, () => clients.bedrockIn(region).getAccountDataRetention({}));
      modes[region] = mode ?? 'unknown';
    }
    return { modes };
  },

  differences: ({ mode, regions }, { modes }) =>
    regions
      .filter((region) => modes[region] !== mode)
      .map((region) => ({ what: `modes.${region}`, desired: mode, observed: modes[region] })),

  async apply({ mode, regions }, { modes }, clients) {
    for (const region of regions.filter((name) => modes[name] !== mode)) {
      const answer = await retried(clients, () => clients.bedrockIn(region).putAccountDataRetention({ mode }));
      if (answer.mode !== mode) {
        throw new SettingFailed(
          `Amazon Bedrock in ${region} took the data retention mode ${mode} and answered ${answer.mode}. Deploy again; if it stays ` +
            'so, ask AWS Support which mode the account may have.',
        );
      }
    }
    return {};
  },
};
