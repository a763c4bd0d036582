import { accountKindOf } from '../config/account-kinds';
import { recordedAccounts } from '../config/recorded-accounts';
import { globalServicesRegion } from '../config/regions';
import { type Account, bedrockRegionsOf, type Organization } from '../config/resolve-organization';

/** What the baseline itself makes in one account and region, and AWS bills by the piece. Counted from the templates by a test. */
export interface BaselineResources {
  readonly keys: number;
  readonly functions: number;
  readonly alarms: number;
  readonly dashboards: number;
  readonly buckets: number;
}

/** Alarms on dangerous changes in the organization trail, on Amazon Bedrock in one region, and on the assistant in Slack. */
const alarmsOnTheTrail = 19;
const alarmsOnBedrock = 5;
const alarmsOnSlack = 5;
/** Alarms on messages about the trail that are put aside or lost. */
const alarmsOnMessages = 2;
/** Alarms on log files that were changed, that could not be proven, and that nobody looked at. */
const alarmsOnTheArchive = 3;

export function baselineResourcesIn(organization: Organization, account: Account, region: string): BaselineResources {
  const { homeRegion, governedRegions, services, bedrock, alternateContacts } = organization;
  const isHome = region === homeRegion;
  const isGoverned = governedRegions.some((governed) => governed === region);
  const count = (...parts: readonly [number, boolean][]) =>
    parts.reduce((total, [number, applies]) => total + (applies ? number : 0), 0);
  const hasAssistant = hasAssistantIn(organization, account, region);
  const answersSlack = answersSlackIn(organization, account, region);
  // Where another workload runs Amazon Bedrock, calls of this one are logged too.
  const onlyLogs =
    accountKindOf(account.name) === 'workload' && bedrockRegionsOf(organization).includes(region) && !hasAssistant;
  const isFoundation = region === globalServicesRegion;
  const kind = accountKindOf(account.name);
  const is = (name: typeof kind) => kind === name;
  const provesItsTrail = is('log-archive') && isHome && hasTrail(organization);
  const keepsConfiguration = is('log-archive') && isHome && recordedAccounts(organization).length > 0;
  return {
    keys: count(
      [1, is('management') && (isGoverned || isFoundation)],
      [2, is('log-archive') && isHome],
      [1, keepsConfiguration],
      [1, provesItsTrail],
      [1, is('audit') && isGoverned],
      [1, is('workload') && isHome],
      [1, hasAssistant],
      [1, hasAssistant && services.privateNetwork],
      [1, onlyLogs],
    ),
    functions: count(
      [1, is('management') && isGoverned],
      [1, is('management') && isFoundation],
      [1, is('management') && isFoundation && Object.keys(alternateContacts).length > 0],
      [1, is('management') && isHome && hasTrailAlarms(organization)],
      [1, provesItsTrail],
      [1, is('audit') && isGoverned],
      [1, is('audit') && isGoverned && services.macie],
      [1, is('audit') && isHome],
      [1, is('workload') && isHome],
      [2, hasAssistant],
      [2, answersSlack],
      [1, answersSlack && services.privateNetwork],
      [1, onlyLogs],
    ),
    alarms: count(
      [alarmsOnTheTrail + alarmsOnMessages, is('management') && isHome && hasTrailAlarms(organization)],
      [1, is('audit') && isHome],
      [alarmsOnTheArchive, provesItsTrail],
      [alarmsOnBedrock, hasAssistant],
      [alarmsOnSlack, answersSlack],
    ),
    dashboards: count([1, hasAssistant]),
    buckets: count(
      [4, is('log-archive') && isHome],
      [1, provesItsTrail],
      [1, keepsConfiguration],
      [2, hasAssistant && bedrock.logLargePayloads],
    ),
  };
}

/** Interface endpoints of the private network: Amazon Bedrock and the logs, what Slack needs, and the chosen ones. */
export function endpointsIn(organization: Organization, account: Account, region: string): number {
  const { services, privateNetwork } = organization;
  if (!services.privateNetwork || !hasAssistantIn(organization, account, region)) return 0;
  return 2 + (answersSlackIn(organization, account, region) ? 2 : 0) + privateNetwork.furtherEndpoints.length;
}

/** Whether the baseline makes a trail of its own: one beside another trail records the data events of Bedrock, or nothing. */
function hasTrail({ services, trail }: Organization): boolean {
  return trail === 'complete' || services.bedrockDataEvents;
}

/** Where another trail records management events, there are none of ours to alarm on. */
export function hasTrailAlarms({ services, trail }: Organization): boolean {
  return services.trailAlarms && trail === 'complete';
}

/** Whether Amazon Bedrock of the baseline is in this account and region. */
export function hasAssistantIn({ accounts }: Organization, account: Account, region: string): boolean {
  return accounts.workloads.some(({ name, regions }) => name === account.name && regions.includes(region));
}

/** Whether people ask in Slack, through this account and region: the workload's first. */
function answersSlackIn({ accounts }: Organization, account: Account, region: string): boolean {
  return accounts.workloads.some(({ name, slack, regions }) => name === account.name && slack && regions[0] === region);
}
