/**
 * GuardDuty writes the findings of every member account to the bucket in the log archive account, under its key, and checks
 * that the bucket still belongs to that account.
 *
 * GuardDuty has one destination per region: an existing one is changed, never a second one made. Runs in the administrator
 * account, in each governed region, after `guardduty-organization`. Attribute `DestinationId`. Free besides storage.
 */

import type { Clients } from './clients';
import { describeDestination, type ObservedDestination, readDestination } from './guardduty-destination';
import { readDetectorId } from './guardduty-detector';
import { withoutResource } from './permissions';
import { polled, retried } from './retry';
import type { Setting } from './setting';
import { SettingFailed } from './setting-failed';

export interface DesiredGuardDutyFindingsExport {
  readonly bucketArn: string;
  /** Account that owns the bucket and the key. */
  readonly bucketOwner: string;
  /** The key is named by the ARN of its alias: its id is not known before it exists. */
  readonly keyAliasArn: string;
}

export interface ObservedGuardDutyFindingsExport {
  readonly detectorId?: string;
  /** The ARN of the key behind the alias. */
  readonly keyArn: string;
  readonly destination?: ObservedDestination;
}

export const guardDutyFindingsExport: Setting<DesiredGuardDutyFindingsExport, ObservedGuardDutyFindingsExport> = {
  name: 'guardduty-findings-export',
  reference: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',

  permissions: ({ bucketArn, keyAliasArn }, place) => [
    withoutResource(place, [
      'guardduty:CreatePublishingDestination',
      'guardduty:ListDetectors',
      'guardduty:ListPublishingDestinations',
    ]),
    {
      actions: ['guardduty:DescribePublishingDestination', 'guardduty:UpdatePublishingDestination'],
      resources: [
        `arn:${place.partition}:guardduty:${place.region}:${place.accountId}:detector/*/publishingdestination/*`,
      ],
    },
    {
      actions: ['kms:DescribeKey'],
      // An alias is no resource in IAM: any key of that account and region, but only when asked for by this alias.
      resources: [keyAliasArn.replace(/:alias\/.*$/, ':key/*')],
      condition: { StringEquals: { 'kms:RequestAlias': keyAliasArn.slice(keyAliasArn.indexOf('alias/')) } },
    },
    // GuardDuty asks that who configures the export may do these too. The bucket policy still lets only GuardDuty write.
    { actions: ['s3:GetBucketLocation'], resources: [bucketArn] },
    { actions: ['s3:PutObject'], resources: [`${bucketArn}/*`] },
  ],

  async read({ keyAliasArn }, clients) {
    const kms = clients.kmsIn(regionOf(keyAliasArn));
    const { KeyMetadata } = await retried(clients, () => kms.describeKey({ KeyId: keyAliasArn }));
    if (!KeyMetadata?.Arn || KeyMetadata.KeyState !== 'Enabled') {
      throw new SettingFailed(
        `The key behind ${keyAliasArn} is ${KeyMetadata?.KeyState ?? 'unknown'}, and GuardDuty needs it Enabled. Deploy the ` +
          'stacks of the log archive account first, or enable the key; then deploy again.',
      );
    }
    const detectorId = await readDetectorId(clients);
    if (detectorId === undefined) return { keyArn: KeyMetadata.Arn };
    return { detectorId, keyArn: KeyMetadata.Arn, destination: await readDestination(detectorId, clients) };
  },

  differences({ bucketArn, bucketOwner }, { keyArn, destination }) {
    if (!destination) return [{ what: 'destination', desired: bucketArn, observed: 'none' }];
    const pairs = [
      ['bucketArn', bucketArn, destination.bucketArn],
      ['bucketOwner', bucketOwner, destination.bucketOwner],
      ['keyArn', keyArn, destination.keyArn],
      ['status', 'PUBLISHING', destination.status],
    ] as const;
    return pairs
      .filter(([, desired, observed]) => desired !== observed)
      .map(([what, desired, observed]) => ({ what, desired, observed: observed ?? 'none' }));
  },

  async apply(desired, observed, clients) {
    const { detectorId, keyArn, destination } = observed;
    if (detectorId === undefined) {
      throw new SettingFailed(
        'GuardDuty has no detector in this region, so there are no findings to export. Apply guardduty-organization first.',
      );
    }
    const properties = {
      DestinationArn: desired.bucketArn,
      KmsKeyArn: keyArn,
      ExpectedBucketOwner: desired.bucketOwner,
    };
    let id = destination?.id;
    if (id === undefined) {
      const created = await retried(clients, () =>
        clients.guardDuty.createPublishingDestination({
          DetectorId: detectorId,
          DestinationType: 'S3',
          DestinationProperties: properties,
        }),
      );
      id = created.DestinationId;
      if (!id) throw new SettingFailed('GuardDuty made a destination and did not say which. Deploy again.');
    } else if (guardDutyFindingsExport.differences(desired, observed).some(isForUpdate)) {
      const DestinationId = id;
      await retried(clients, () =>
        clients.guardDuty.updatePublishingDestination({
          DetectorId: detectorId,
          DestinationId,
          DestinationProperties: properties,
        }),
      );
    } else if (destination?.status === 'PUBLISHING') {
      return { DestinationId: id };
    }
    await untilPublishing(detectorId, id, desired, clients);
    return { DestinationId: id };
  },
};

function regionOf(arn: string): string {
  const [, , , region] = arn.split(':');
  if (!region) throw new SettingFailed(`${arn} names no region. Give the ARN of the alias of the key.`);
  return region;
}

/** A destination that is only being verified needs patience; anything else, also a stopped one, needs an update. */
function isForUpdate({ what, observed }: { what: string; observed: unknown }): boolean {
  return what !== 'status' || observed !== 'PENDING_VERIFICATION';
}

/** Also waits while the answer is a failure: it may be the one of before the update. */
async function untilPublishing(
  detectorId: string,
  id: string,
  { bucketArn, keyAliasArn }: DesiredGuardDutyFindingsExport,
  clients: Clients,
): Promise<void> {
  const { status } = await polled(
    clients,
    () => describeDestination(detectorId, id, clients),
    (destination) => destination.status === 'PUBLISHING',
  );
  if (status === 'PUBLISHING') return;
  throw new SettingFailed(
    `GuardDuty answers ${status} for its export to ${bucketArn}. The policies of that bucket and of the key ${keyAliasArn} ` +
      'must let GuardDuty of this account in: deploy the stacks of the log archive account, then deploy again.',
  );
}
