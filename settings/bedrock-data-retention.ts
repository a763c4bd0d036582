/**
 * Amazon Bedrock keeps no request and no response of the account in the region: a model that requires retention refuses to
 * answer instead of keeping data silently.
 *
 * Without it the account inherits what each model does by default. Runs in each workload account, in each governed region. Free.
 */

import type { DataRetentionMode } from '@aws-sdk/client-bedrock';
import { withoutResource } from './permissions';
import { retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

export interface DesiredBedrockDataRetention {
  /** `none` is zero data retention. */
  readonly mode: DataRetentionMode;
}

export interface ObservedBedrockDataRetention {
  /** `inherit` in an account where nobody has set it. */
  readonly mode: string;
}

export const bedrockDataRetention: Setting<DesiredBedrockDataRetention, ObservedBedrockDataRetention> = {
  name: 'bedrock-data-retention',
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html',

  permissions: ({ mode }, place) => [
    withoutResource(place, ['bedrock:GetAccountDataRetention']),
    {
      actions: ['bedrock:PutAccountDataRetention'],
      // AWS defines no resource for this action; the mode and the region narrow it.
      resources: ['*'],
      condition: { StringEquals: { 'aws:RequestedRegion': place.region, 'bedrock:DataRetentionMode': mode } },
    },
  ],

  async read(_desired, clients) {
    const { mode } = await retried(clients, () => clients.bedrock.getAccountDataRetention({}));
    return { mode: mode ?? 'unknown' };
  },

  differences: (desired, observed) =>
    desired.mode === observed.mode ? [] : [{ what: 'mode', desired: desired.mode, observed: observed.mode }],

  async apply(desired, observed, clients) {
    if (desired.mode === observed.mode) return {};
    const { mode } = await retried(clients, () => clients.bedrock.putAccountDataRetention({ mode: desired.mode }));
    if (mode !== desired.mode) {
      throw new SettingFailed(
        `Amazon Bedrock took the data retention mode ${desired.mode} and answered ${mode}. Deploy again; if it stays so, ask ` +
          'AWS Support which mode the account may have.',
      );
    }
    return {};
  },
};
