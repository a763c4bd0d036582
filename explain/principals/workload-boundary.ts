import { namesOf } from '../../config/names';
import { permissionsBoundaryFactsOf } from '../../config/permissions-boundary-facts';
import type { Account, Organization } from '../../config/resolve-organization';
import type { NamedDocument } from '../../evaluator/chain-input';
import { permissionsBoundary } from '../../policies/permissions-boundary';

/** The permissions boundary that the baseline makes in a workload account. */
export function workloadBoundary(organization: Organization, { id }: Account): NamedDocument {
  return {
    name: namesOf(organization).permissionsBoundary,
    document: permissionsBoundary(permissionsBoundaryFactsOf(organization, id)),
  };
}
