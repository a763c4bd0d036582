import type { Clients } from './clients';
import { everyItem } from './every-item';
import { polled, retried } from './retry';
import { SettingFailed } from './setting-failed';

/** The GuardDuty detector of the account in the region, of which there is at most one; undefined where GuardDuty is off. */
export async function readDetectorId(clients: Clients): Promise<string | undefined> {
  const ids = await everyItem(clients, async (token) => {
    const { DetectorIds, NextToken } = await clients.guardDuty.listDetectors({ NextToken: token });
    return { items: DetectorIds, next: NextToken };
  });
  return ids[0];
}

/** The delegation makes the detector, some time later; a second one cannot exist. One is made only if none appears. */
export async function awaitOrCreateDetector(clients: Clients): Promise<string> {
  const appeared = await polled(
    clients,
    () => readDetectorId(clients),
    (id) => id !== undefined,
  );
  if (appeared !== undefined) return appeared;
  const { DetectorId, UnprocessedDataSources } = await retried(clients, () =>
    clients.guardDuty.createDetector({ Enable: true, FindingPublishingFrequency: 'FIFTEEN_MINUTES' }),
  );
  const malwareProtection = UnprocessedDataSources?.MalwareProtection?.ScanEc2InstanceWithFindings?.EbsVolumes;
  if (malwareProtection?.Reason) {
    throw new SettingFailed(
      `GuardDuty made detector ${DetectorId}, but not its malware protection: ${malwareProtection.Reason}. ` +
        'Remove what the reason names, then deploy again.',
    );
  }
  if (!DetectorId) throw new SettingFailed('GuardDuty made a detector and did not say which. Deploy again.');
  return DetectorId;
}
