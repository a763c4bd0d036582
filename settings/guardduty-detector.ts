import type { Clients } from './clients';
import { everyItem } from './every-item';

/** The GuardDuty detector of the account in the region, of which there is at most one; undefined where GuardDuty is off. */
export async function readDetectorId(clients: Clients): Promise<string | undefined> {
  const ids = await everyItem(clients, async (token) => {
    const { DetectorIds, NextToken } = await clients.guardDuty.listDetectors({ NextToken: token });
    return { items: DetectorIds, next: NextToken };
  });
  return ids[0];
}
