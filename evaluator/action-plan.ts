import type { BoundStatement } from './bound-statement';
import type { Layer, Layers } from './layers';
import type { SlotValue } from './request/slot-value';
import type { Truth } from './truth';

/** The statements of one layer that speak of one action. */
export interface Candidates {
  readonly denies: readonly BoundStatement[];
  readonly allows: readonly BoundStatement[];
  /** One of them allows whatever the request is. */
  readonly alwaysAllows: boolean;
}

/** The statements of a chain that speak of one action, sorted by what they do. */
export interface ActionPlan {
  /** Nobody needs a permission for it, and nobody can be denied it. */
  readonly free: boolean;
  readonly serviceControlDenies: readonly BoundStatement[];
  /** The levels that do not allow the action whatever the request is. */
  readonly serviceControlLevels: readonly Candidates[];
  readonly resourceControlDenies: readonly BoundStatement[];
  readonly endpoint: Candidates | undefined;
  readonly resource: Candidates | undefined;
  /** Of identity policies, boundary and session policies. */
  readonly identityDenies: readonly BoundStatement[];
  readonly identity: Candidates;
  readonly boundary: Candidates | undefined;
  readonly session: Candidates | undefined;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const FREE_ACTION = 'sts:getcalleridentity';

export function planAction(layers: Layers, action: string): ActionPlan {
  const of = (layer: Layer): Candidates => candidatesOf(layer, action);
  const serviceControl = layers.serviceControl.map(of);
  const identity = of(layers.identity);
  const boundary = layers.boundary && of(layers.boundary);
  const session = layers.session && of(layers.session);
  return {
    free: action === FREE_ACTION,
    serviceControlDenies: serviceControl.flatMap(({ denies }) => denies),
    serviceControlLevels: serviceControl.filter(({ alwaysAllows }) => !alwaysAllows),
    resourceControlDenies: layers.resourceControl.flatMap((layer) => of(layer).denies),
    endpoint: layers.endpoint && of(layers.endpoint),
    resource: layers.resource && of(layers.resource),
    identityDenies: [...identity.denies, ...(boundary?.denies ?? []), ...(session?.denies ?? [])],
    identity,
    boundary,
    session,
  };
}

function candidatesOf({ statements }: Layer, action: string): Candidates {
  const covering = statements.filter((statement) => statement.covers(action));
  const allows = covering.filter(({ denies }) => !denies);
  return {
    denies: covering.filter(({ denies }) => denies),
    allows,
    alwaysAllows: allows.some(({ unconditional, principals }) => unconditional && principals === undefined),
  };
}

/** Whether one of the statements applies, whoever asks. Makes no objects. */
export function anyApplies(
  statements: readonly BoundStatement[],
  resource: string,
  values: readonly SlotValue[],
): Truth {
  let truth: Truth = false;
  for (let index = 0; index < statements.length; index += 1) {
    const one = (statements[index] as BoundStatement).applies(resource, values);
    if (one === true) return true;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** Whether the layer allows the request; a layer that is not there limits nothing. */
export function allows(candidates: Candidates | undefined, resource: string, values: readonly SlotValue[]): Truth {
  if (candidates === undefined || candidates.alwaysAllows) return true;
  return anyApplies(candidates.allows, resource, values);
}
