import {
  type Account,
  type OrganizationalUnit,
  type PolicySummary,
  type PolicyType,
  paginateListAccounts,
  paginateListAWSServiceAccessForOrganization,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
  paginateListPoliciesForTarget,
  paginateListRoots,
  type Root,
} from '@aws-sdk/client-organizations';
import { namesOf } from '../config/names';
import type { Organization } from '../config/resolve-organization';
import type { Clients } from './clients';
import { concurrently } from './concurrently';
import { isNamed } from './unanswered';

/** An organizational unit of the configuration, and the one of AWS that it is or would collide with. */
export interface Unit {
  readonly name: string;
  readonly canary: boolean;
  readonly suspended: boolean;
  /** The unit as AWS knows it; undefined when it does not exist yet, or not under the id of the configuration. */
  readonly id: string | undefined;
  /** How it came about: named in the configuration, made by the foundation stack, or made by somebody under the same name. */
  readonly origin: 'configured' | 'deployed' | 'namesake' | undefined;
}

type Once = <Value>(key: string, make: () => Value) => Value;

/** Readings of AWS Organizations, each done once. */
export function organizationReads(organization: Organization, clients: Clients, once: Once) {
  const client = clients.organizations();
  const reads = {
    organization: () => once('organization', async () => (await client.describeOrganization()).Organization ?? {}),

    root: () =>
      once('root', async (): Promise<Root | undefined> => {
        for await (const { Roots = [] } of paginateListRoots({ client }, {})) if (Roots[0]) return Roots[0];
        return undefined;
      }),

    accounts: () =>
      once('accounts', async () => {
        const accounts = new Map<string, Account>();
        for await (const { Accounts = [] } of paginateListAccounts({ client }, {}))
          for (const account of Accounts) accounts.set(account.Id ?? '', account);
        return accounts;
      }),

    /** The root or unit that holds an account or a unit. Undefined for the root itself. */
    parentOf: (id: string) =>
      once(`parent of ${id}`, async () =>
        id.startsWith('r-') ? undefined : (await client.listParents({ ChildId: id })).Parents?.[0]?.Id,
      ),

    trustedServices: () =>
      once('trusted services', async () => {
        const services: string[] = [];
        for await (const page of paginateListAWSServiceAccessForOrganization({ client }, {}))
          services.push(
            ...(page.EnabledServicePrincipals ?? []).flatMap(({ ServicePrincipal }) => ServicePrincipal ?? []),
          );
        return services;
      }),

    /** Policies attached directly to the root, a unit or an account. */
    policiesOf: (targetId: string, type: PolicyType) =>
      once(`policies ${type} of ${targetId}`, async () => {
        const policies: PolicySummary[] = [];
        for await (const page of paginateListPoliciesForTarget({ client }, { TargetId: targetId, Filter: type }))
          policies.push(...(page.Policies ?? []));
        return policies;
      }),

    everyPolicy: (type: PolicyType) =>
      once(`policies ${type}`, async () => {
        const policies: PolicySummary[] = [];
        for await (const { Policies = [] } of paginateListPolicies({ client }, { Filter: type }))
          policies.push(...Policies);
        return policies;
      }),

    contentOf: (policyId: string) =>
      once(
        `content of ${policyId}`,
        async () => (await client.describePolicy({ PolicyId: policyId })).Policy?.Content ?? '',
      ),

    /** The units of the configuration. */
    units: () => once('units', () => units(organization, clients)),
  };
  return reads;
}

async function units(organization: Organization, clients: Clients): Promise<readonly Unit[]> {
  const client = clients.organizations();
  const siblings: OrganizationalUnit[] = [];
  if (organization.organizationalUnits.some(({ id }) => id === undefined)) {
    const input = { ParentId: organization.rootId };
    for await (const page of paginateListOrganizationalUnitsForParent({ client }, input))
      siblings.push(...(page.OrganizationalUnits ?? []));
  }
  return concurrently(organization.organizationalUnits, async ({ name, id, canary = false, suspended = false }) => {
    const unit = { name, canary, suspended };
    if (id !== undefined) {
      return (await exists(clients, id))
        ? { ...unit, id, origin: 'configured' }
        : { ...unit, id: undefined, origin: undefined };
    }
    const namesake = siblings.find((sibling) => sibling.Name === name)?.Id;
    if (namesake === undefined) return { ...unit, id: undefined, origin: undefined };
    const deployed = await deployedUnitId(organization, clients, name);
    return { ...unit, id: namesake, origin: deployed === namesake ? 'deployed' : 'namesake' };
  });
}

async function exists(clients: Clients, unitId: string): Promise<boolean> {
  try {
    await clients.organizations().describeOrganizationalUnit({ OrganizationalUnitId: unitId });
    return true;
  } catch (error) {
    if (isNamed(error, 'OrganizationalUnitNotFoundException')) return false;
    throw error;
  }
}

/** The foundation stack writes down the id of each unit it has made, in the account and region these clients are of. */
async function deployedUnitId(organization: Organization, clients: Clients, unit: string): Promise<string | undefined> {
  try {
    const { organizationalUnitParameter } = namesOf(organization);
    const { Parameter } = await clients.ssm().getParameter({ Name: organizationalUnitParameter(unit) });
    return Parameter?.Value;
  } catch (error) {
    if (isNamed(error, 'ParameterNotFound')) return undefined;
    throw error;
  }
}
