import { globalServicesRegion } from '../config/regions';
import type { Organization } from '../config/resolve-organization';
import type { Answer } from './answer';
import { type Clients, type Connection, clientsIn } from './clients';
import { concurrently } from './concurrently';
import { organizationReads } from './organization-reads';
import type { Place } from './places';
import { trailReads } from './trail-reads';
import { unanswered } from './unanswered';

/**
 * What the questions ask with: the configuration, AWS clients, and readings that several questions share. Each reading is done once;
 * when it fails, every question that needs it fails with the same error.
 */
export type Survey = ReturnType<typeof surveyOf>;

export function surveyOf(organization: Organization, connection: Connection) {
  const remembered = new Map<string, unknown>();
  const once = <Value>(key: string, make: () => Value): Value => {
    if (!remembered.has(key)) remembered.set(key, make());
    return remembered.get(key) as Value;
  };
  const clients = (region: string): Clients => once(`clients in ${region}`, () => clientsIn(region, connection));
  const reads = {
    caller: () => once('caller', () => clients(organization.homeRegion).sts().getCallerIdentity()),
    ...organizationReads(organization, clients(globalServicesRegion), once),
    ...trailReads(organization, clients, once),
  };

  /** Asks in each of several places; a place that cannot be asked is unknown, and the others still answer. */
  const askEach = async <Item>(
    items: readonly Item[],
    nameOf: (item: Item) => string,
    ask: (item: Item) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> => {
    const answers = await concurrently(items, async (item) => {
      const places = [nameOf(item)];
      try {
        return (await ask(item)).map((answer) => ({ places, ...answer }));
      } catch (error) {
        return [unanswered(error, places)];
      }
    });
    return answers.flat();
  };

  return {
    organization,
    clients,
    reads,
    askEach,
    /** The clients of any account: the credentials' own for the management account, the bootstrap's lookup role for the others. */
    clientsAt: ({ account, region }: Place): Clients =>
      account.id === organization.accounts.management.id
        ? clients(region)
        : once(`clients in ${region} of ${account.id}`, () => {
            // The session lasts an hour, longer than all questions together.
            const credentials = () =>
              once(`session in ${region} of ${account.id}`, () =>
                assumedLookupRole(organization, clients(region), account.id, region),
              );
            return clientsIn(region, { ...connection, credentials });
          }),
  };
}

/**
 * The role that `cdk bootstrap` makes for look-ups; it reads.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export function lookupRoleName({ bootstrapQualifier }: Organization, accountId: string, region: string): string {
  return `cdk-${bootstrapQualifier}-lookup-role-${accountId}-${region}`;
}

async function assumedLookupRole(organization: Organization, clients: Clients, accountId: string, region: string) {
  const role = lookupRoleName(organization, accountId, region);
  const { Credentials } = await clients.sts().assumeRole({
    RoleArn: `arn:${organization.partition}:iam::${accountId}:role/${role}`,
    RoleSessionName: 'ishizue-doctor',
  });
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken,
    expiration: Credentials?.Expiration,
  };
}
