import type { BoundStatement } from './bound-statement';
import type { Layer, Layers } from './layers';
import { accountOf } from './request/account-of';
import { Candidates, Statements } from './statements';

/**
 * The statements of a chain that speak of one action, sorted by what they do.
 *
 * Judging calls methods of the plan and no imported functions where it can: an imported name costs a look-up each time.
 */
export interface ActionPlan {
  /** The account in the ARN of the one resource the plan is for; null for none, undefined for a plan of every resource. */
  readonly account: string | null | undefined;
  /** Nobody needs a permission for it, and nobody can be denied it. */
  readonly free: boolean;
  /** It acts on keys or roles, whose own policy has a say in every case. */
  readonly onKeyOrRole: boolean;
  /** The root user is refused it. */
  readonly refusesRoot: boolean;
  readonly serviceControlDenies: Statements;
  /** The levels that do not allow the action whatever the request is. */
  readonly serviceControlLevels: readonly Candidates[];
  readonly resourceControlDenies: Statements;
  readonly endpoint: Candidates | undefined;
  readonly resource: Candidates | undefined;
  /** Of identity policies, boundary and session policies. */
  readonly identityDenies: Statements;
  readonly identity: Candidates;
  readonly boundary: Candidates | undefined;
  readonly session: Candidates | undefined;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const FREE_ACTION = 'sts:getcalleridentity';
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const ACTION_WITHOUT_ROOT = 'sts:assumerole';

export function planAction(layers: Layers, action: string): ActionPlan {
  const of = (layer: Layer) => new Candidates(layer.statements.filter((statement) => statement.covers(action)));
  const serviceControl = layers.serviceControl.map(of);
  const identity = of(layers.identity);
  const boundary = layers.boundary && of(layers.boundary);
  const session = layers.session && of(layers.session);
  const denies = (some: readonly (Candidates | undefined)[]) =>
    new Statements(some.flatMap((candidates) => candidates?.denies.list ?? []));
  return {
    account: undefined,
    free: action === FREE_ACTION,
    onKeyOrRole: action.startsWith('kms:') || action.startsWith('sts:assumerole'),
    refusesRoot: action === ACTION_WITHOUT_ROOT,
    serviceControlDenies: denies(serviceControl),
    serviceControlLevels: serviceControl.filter(({ alwaysAllows }) => !alwaysAllows),
    resourceControlDenies: denies(layers.resourceControl.map(of)),
    endpoint: layers.endpoint && of(layers.endpoint),
    resource: layers.resource && of(layers.resource),
    identityDenies: denies([identity, boundary, session]),
    identity,
    boundary,
    session,
  };
}

/** The plan for an action on one resource: statements of other resources are gone, and no resource is tested again. */
export function narrowPlan(plan: ActionPlan, resource: string): ActionPlan {
  const narrow = (some: readonly BoundStatement[]) => some.flatMap((statement) => statement.narrow(resource) ?? []);
  const statements = ({ list }: Statements) => new Statements(narrow(list));
  const of = ({ denies, allows }: Candidates) => new Candidates(narrow([...denies.list, ...allows.list]));
  return {
    account: accountOf(resource) ?? null,
    free: plan.free,
    onKeyOrRole: plan.onKeyOrRole,
    refusesRoot: plan.refusesRoot,
    serviceControlDenies: statements(plan.serviceControlDenies),
    serviceControlLevels: plan.serviceControlLevels.map(of).filter(({ alwaysAllows }) => !alwaysAllows),
    resourceControlDenies: statements(plan.resourceControlDenies),
    endpoint: plan.endpoint && of(plan.endpoint),
    resource: plan.resource && of(plan.resource),
    identityDenies: statements(plan.identityDenies),
    identity: of(plan.identity),
    boundary: plan.boundary && of(plan.boundary),
    session: plan.session && of(plan.session),
  };
}
