import { namesOf } from '../config/names';
import { recordedAccounts } from '../config/recorded-accounts';
import type { Account, Organization } from '../config/resolve-organization';

/** An account and a region in which stacks of the baseline are deployed. */
export interface Place {
  readonly account: Account;
  readonly region: string;
}

/** The home region first, then the other governed regions. */
export function governedRegionsOf({ homeRegion, governedRegions }: Organization): readonly string[] {
  return [...new Set([homeRegion, ...governedRegions])];
}

/** Where the baseline is deployed, and so where `cdk bootstrap` is needed. A test compares it with the CDK app. */
export function deploymentPlaces(organization: Organization): readonly Place[] {
  const { accounts, homeRegion, identityCenter } = organization;
  const governed = governedRegionsOf(organization);
  const { foundationRegion } = namesOf(organization);
  const recorded = recordedAccounts(organization);
  const inEach = (account: Account, regions: readonly string[]) => {
    // The recorder of AWS Config is in every governed region.
    const also = recorded.some(({ name }) => name === account.name) ? governed : [];
    return [...new Set([...regions, ...also])].map((region) => ({ account, region }));
  };
  return [
    ...inEach(accounts.management, [foundationRegion, ...governed, identityCenter.region]),
    ...inEach(accounts.logArchive, [homeRegion]),
    ...inEach(accounts.audit, governed),
    ...accounts.workloads.flatMap((workload) => inEach(workload, [homeRegion, ...workload.regions])),
  ];
}

/** `assistant 444455556666 ap-northeast-1` */
export function nameOf({ account, region }: Place): string {
  return `${account.name} ${account.id} ${region}`;
}
