import { accountKindOf } from '../../config/account-kinds';
import { hasAssistantIn } from '../baseline-resources';
import type { Place } from '../cost-item';
import { exactly, product, type Range } from '../range';

const kilobytesPerGigabyte = 1_000_000;
/** A management event as JSON is 1 to 2 KB; compressed in a file of a quiet account, a fifth of it and more. */
const kilobytesPerEvent: Range = { low: 1, high: 2 };
const compressed: Range = { low: 0.1, high: 0.3 };

export const isHome = ({ organization, region }: Place): boolean => region === organization.homeRegion;
export const isGoverned = ({ organization, region }: Place): boolean =>
  organization.governedRegions.some((governed) => governed === region);
export const isWorkload = ({ account }: Place): boolean => accountKindOf(account.name) === 'workload';
export const hasAssistant = ({ organization, account, region }: Place): boolean =>
  hasAssistantIn(organization, account, region);

/** Management events of the account in this region. Events of global services are repeated in each. */
export function managementEvents(place: Place): Range {
  const { managementEvents: atHome, furtherRegionShare } = place.assumed;
  return isHome(place) ? atHome : product(atHome, furtherRegionShare);
}

/** Management events of the account in every region, in GB as CloudWatch Logs takes them. */
export function eventGigabytes(place: Place): Range {
  const further = place.organization.governedRegions.length - 1;
  const { managementEvents: atHome, furtherRegionShare } = place.assumed;
  const events = {
    low: atHome.low * (1 + further * furtherRegionShare.low),
    high: atHome.high * (1 + further * furtherRegionShare.high),
  };
  return product(events, kilobytesPerEvent, exactly(1 / kilobytesPerGigabyte));
}

/** The same in GB as S3 keeps them. */
export const compressedEventGigabytes = (place: Place): Range => product(eventGigabytes(place), compressed);

/** Prompts, answers, and who asked when, in GB. */
export function callGigabytes({ assumed: { modelCalls, kilobytesPerCall } }: Place): Range {
  const audited = { low: kilobytesPerCall.low + 1, high: kilobytesPerCall.high + 3 };
  return product(modelCalls, audited, exactly(1 / kilobytesPerGigabyte));
}

/** Months of logs that are there, when they are deleted after so many days. */
export function monthsKept({ assumed: { storedMonths } }: Place, retentionDays: number): Range {
  const kept = retentionDays / 30;
  return { low: Math.min(storedMonths.low, kept), high: Math.min(storedMonths.high, kept) };
}
