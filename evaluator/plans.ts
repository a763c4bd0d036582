import { type ActionPlan, narrowPlan, planAction } from './action-plan';
import type { Layers } from './layers';
import { checkResource, readAction } from './request/request';

/** Actions, and resources of them, that are remembered before all is forgotten: some 10 MB at most. */
const LIMIT = 10_000;

interface KnownAction {
  readonly plan: ActionPlan;
  /** By resource; `SEEN` after the first request, narrowed at the second: many resources are asked for only once. */
  readonly resources: Map<string, ActionPlan | typeof SEEN>;
}

const SEEN = 'seen';

/** The plan for each action, and for each resource that is asked for again. */
export class Plans {
  readonly #actions = new Map<string, KnownAction>();
  #size = 0;

  constructor(readonly layers: Layers) {}

  /** Throws a RequestError when the action or the resource is none. */
  of(action: string, resource: string): ActionPlan {
    const known = this.#actions.get(action);
    if (known === undefined) return this.#first(action, resource);
    const narrowed = known.resources.get(resource);
    if (typeof narrowed === 'object') return narrowed;
    if (narrowed === undefined) {
      checkResource(resource);
      if (this.#forgets()) return known.plan;
      known.resources.set(resource, SEEN);
      return known.plan;
    }
    const plan = narrowPlan(known.plan, resource);
    known.resources.set(resource, plan);
    return plan;
  }

  #first(action: string, resource: string): ActionPlan {
    checkResource(resource);
    const plan = planAction(this.layers, readAction(action));
    this.#forgets();
    this.#actions.set(action, { plan, resources: new Map([[resource, SEEN]]) });
    return plan;
  }

  /** Counts one more, or forgets all when full. */
  #forgets(): boolean {
    this.#size += 1;
    if (this.#size <= LIMIT) return false;
    this.#actions.clear();
    this.#size = 0;
    return true;
  }
}
