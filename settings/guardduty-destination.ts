import type { Clients } from './clients';
import { everyItem } from './every-item';
import { retried } from './retry';

/** Where GuardDuty exports the findings of a region to, and whether it can. */
export interface ObservedDestination {
  readonly id: string;
  readonly status: string;
  readonly bucketArn?: string;
  readonly bucketOwner?: string;
  readonly keyArn?: string;
}

/** The one destination a detector may have; undefined when findings are not exported. */
export async function readDestination(detectorId: string, clients: Clients): Promise<ObservedDestination | undefined> {
  const destinations = await everyItem(clients, async (token) => {
    const answer = await clients.guardDuty.listPublishingDestinations({ DetectorId: detectorId, NextToken: token });
    return { items: answer.Destinations, next: answer.NextToken };
  });
  const id = destinations.find(({ DestinationType }) => DestinationType === 'S3')?.DestinationId;
  return id === undefined ? undefined : describeDestination(detectorId, id, clients);
}

/** The destination in full: the list has only its status. */
export async function describeDestination(
  detectorId: string,
  id: string,
  clients: Clients,
): Promise<ObservedDestination> {
  const answer = await retried(clients, () =>
    clients.guardDuty.describePublishingDestination({ DetectorId: detectorId, DestinationId: id }),
  );
  return {
    id,
    status: answer.Status ?? 'unknown',
    bucketArn: answer.DestinationProperties?.DestinationArn,
    bucketOwner: answer.DestinationProperties?.ExpectedBucketOwner,
    keyArn: answer.DestinationProperties?.KmsKeyArn,
  };
}
