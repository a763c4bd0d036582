import { policyFactsOf } from '../config/policy-facts';
import { policyRolloutOf } from '../config/policy-rollout';
import type { Account, Organization } from '../config/resolve-organization';
import type { NamedDocument, OrganizationLevel } from '../evaluator/chain-input';
import { organizationPolicies } from '../policies/catalogue';
import type { OrganizationPolicy } from '../policies/policy';
import { type PolicyReach, type RolledOutPolicy, rollOutPolicies } from '../policies/rollout';
import { allowEverything } from './open-document';

/** AWS attaches it to every root, unit and account when service control policies are switched on; nothing here detaches it. */
const fullAccess = allowEverything('FullAWSAccess');

/**
 * The documents of an organization as `management-access-policies` attaches them. Throws a CompositionError when they do not fit.
 */
export function attachedPolicies(organization: Organization): readonly RolledOutPolicy[] {
  return rollOutPolicies(organizationPolicies, policyFactsOf(organization), policyRolloutOf(organization));
}

/**
 * The levels above an account, from the root to the account itself, with what is attached to each.
 *
 * Units are taken to be directly below the root, as the configuration knows them. A level of the management account binds
 * nobody: the evaluator leaves that account alone.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function levelsAbove(
  { name: accountName, organizationalUnit }: Account,
  organization: Organization,
  documents: readonly RolledOutPolicy[],
): readonly OrganizationLevel[] {
  const unit = organization.organizationalUnits.find(({ name }) => name === organizationalUnit);
  const level = (name: string, attached: readonly RolledOutPolicy[]): OrganizationLevel => ({
    name,
    serviceControlPolicies: [fullAccess, ...documentsOf(attached, 'service-control-policy')],
    resourceControlPolicies: documentsOf(attached, 'resource-control-policy'),
  });
  const reaching = (reaches: readonly PolicyReach[]) => documents.filter(({ reach }) => reaches.includes(reach));
  return [
    level('root', reaching(['root'])),
    ...(unit === undefined ? [] : [level(`unit ${unit.name}`, reaching(reachesOf(unit)))]),
    level(`account ${accountName}`, []),
  ];
}

function reachesOf({
  canary,
  suspended,
}: Organization['organizationalUnits'][number]): readonly Exclude<PolicyReach, 'root'>[] {
  return [
    'every-unit',
    ...(canary ? (['canary-units'] as const) : []),
    ...(suspended ? (['suspended-units'] as const) : []),
  ];
}

/** AWS takes no policy without statements: it is as good as not attached. */
function documentsOf(
  documents: readonly RolledOutPolicy[],
  kind: OrganizationPolicy['kind'],
): readonly NamedDocument[] {
  return documents
    .filter((one) => one.kind === kind && one.document.Statement.length > 0)
    .map(({ name, document }) => ({ name, document }));
}
