import { BoundStatement, type StatementPlace } from './bound-statement';
import type { ChainInput, NamedDocument, OrganizationLevel } from './chain-input';
import { PolicyError, type PolicyFault } from './policy-error';
import type { PolicyKind } from './policy-kind';
import { readPolicy } from './read-policy';
import type { KeySlots } from './request/slot-value';

/** Policies that are judged as one: what one of them allows, the layer allows. */
export interface Layer {
  readonly kind: PolicyKind;
  readonly level: string | undefined;
  readonly statements: readonly BoundStatement[];
}

/** Every layer of a chain; a layer that limits nothing is undefined. */
export interface Layers {
  readonly serviceControl: readonly Layer[];
  readonly resourceControl: readonly Layer[];
  readonly endpoint: Layer | undefined;
  readonly resource: Layer | undefined;
  readonly identity: Layer;
  readonly boundary: Layer | undefined;
  readonly session: Layer | undefined;
}

/**
 * AWS attaches it to every root, unit and account, and nobody can detach it.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html
 */
const ALWAYS_ATTACHED_RCP = 'RCPFullAWSAccess';

/** Reads and binds every policy of a chain; throws one PolicyError with the problems of all. */
export function bindLayers(input: ChainInput, keys: KeySlots): Layers {
  const faults: PolicyFault[] = [];
  const bind = (kind: PolicyKind, documents: readonly NamedDocument[], level?: string): Layer => ({
    kind,
    level,
    statements: documents.flatMap(({ name, document }) => {
      const { statements, problems } = readPolicy(document, kind);
      if (problems.length > 0) faults.push({ policy: name, kind, problems });
      const place: Pick<StatementPlace, 'policy' | 'kind' | 'level'> = { policy: name, kind, level };
      return problems.length > 0 ? [] : statements.map((statement) => BoundStatement.bind(statement, place, keys));
    }),
  });
  const one = (kind: PolicyKind, document: NamedDocument | undefined): Layer | undefined =>
    document && bind(kind, [document]);
  const { organization, resourcePolicy, sessionPolicies } = input;
  const layers: Layers = {
    serviceControl: (organization?.principalLevels ?? []).map(({ name, serviceControlPolicies = [] }) =>
      bind('service-control-policy', serviceControlPolicies, name),
    ),
    resourceControl: (organization?.resourceLevels ?? []).map((level) =>
      bind('resource-control-policy', customerRcps(level), level.name),
    ),
    endpoint: one('vpc-endpoint-policy', input.vpcEndpointPolicy),
    resource: resourcePolicy && bind(resourcePolicy.kind, [resourcePolicy]),
    identity: bind('identity-policy', input.identityPolicies ?? []),
    boundary: one('permissions-boundary', input.permissionsBoundary),
    session: sessionPolicies && bind('session-policy', sessionPolicies),
  };
  if (faults.length > 0) throw new PolicyError(faults);
  return layers;
}

function customerRcps({ resourceControlPolicies = [] }: OrganizationLevel): readonly NamedDocument[] {
  return resourceControlPolicies.filter(({ name }) => name !== ALWAYS_ATTACHED_RCP);
}
