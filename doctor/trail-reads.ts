import { paginateListTrails, type Trail } from '@aws-sdk/client-cloudtrail';
import type { Organization } from '../config/resolve-organization';
import type { Clients } from './clients';
import { concurrently } from './concurrently';

type Once = <Value>(key: string, make: () => Value) => Value;

/** Readings of AWS CloudTrail in the account of the credentials, each done once. */
export function trailReads({ homeRegion }: Organization, clients: (region: string) => Clients, once: Once) {
  return {
    /** Every trail of the account, of all regions. */
    trails: () =>
      once('trails', async (): Promise<readonly Trail[]> => {
        const arns = new Map<string, string[]>();
        const client = clients(homeRegion).cloudTrail();
        for await (const { Trails = [] } of paginateListTrails({ client }, {})) {
          for (const { TrailARN = '', HomeRegion = homeRegion } of Trails)
            arns.set(HomeRegion, [...(arns.get(HomeRegion) ?? []), TrailARN]);
        }
        const described = await concurrently([...arns], ([region, trailNameList]) =>
          clients(region).cloudTrail().describeTrails({ trailNameList }),
        );
        return described.flatMap(({ trailList = [] }) => trailList);
      }),

    /** Whether a trail records management events. */
    recordsManagementEvents: ({ TrailARN, HomeRegion = homeRegion }: Trail) =>
      once(`selectors of ${TrailARN}`, async () => {
        const answer = await clients(HomeRegion).cloudTrail().getEventSelectors({ TrailName: TrailARN });
        const { EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] } = answer;
        return (
          basic.some(({ IncludeManagementEvents }) => IncludeManagementEvents === true) ||
          advanced.some(({ FieldSelectors = [] }) =>
            FieldSelectors.some(({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management')),
          )
        );
      }),
  };
}
