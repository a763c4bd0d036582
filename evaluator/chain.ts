import type { ActionPlan } from './action-plan';
import type { Answer } from './answer';
import type { Asked } from './asked';
import type { ChainInput } from './chain-input';
import { explainDecision } from './explain';
import { type Decision, judge } from './judge';
import { bindLayers, type Layers } from './layers';
import { Plans } from './plans';
import { accountOf } from './request/account-of';
import { Callers, type OrganizationIds } from './request/caller';
import { checkAccount, type Request, readAction } from './request/request';
import { RequestValues } from './request/request-values';
import { KeySlots } from './request/slot-value';

/**
 * Every policy that may speak of a request, compiled once and asked many times.
 *
 * An explicit denial in any policy wins. Else every level of service control policies, the VPC endpoint policy, and the
 * grant by identity and resource policies have to allow the request. What depends on a condition key that nobody gave is
 * `unknown`. A decision costs well under a microsecond and leaves nothing behind on the heap; what a chain remembers of
 * past requests (actions, principals and key names) is bounded.
 *
 * Not judged, because no policy says it: KMS grants, S3 access control lists and Block Public Access, which services
 * support resource control policies, and whether the action exists.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export class Chain {
  readonly #layers: Layers;
  readonly #keys: KeySlots;
  readonly #organization: OrganizationIds | undefined;
  readonly #callers: Callers;
  readonly #values: RequestValues;
  readonly #plans: Plans;
  readonly #asked: Asked;

  /** Throws a PolicyError that lists every problem of every document. */
  constructor(input: ChainInput) {
    this.#keys = new KeySlots();
    this.#layers = bindLayers(input, this.#keys);
    this.#plans = new Plans(this.#layers);
    this.#organization = input.organization;
    this.#callers = new Callers(this.#keys, input.organization);
    this.#values = new RequestValues(this.#keys, input.organization);
    this.#asked = {
      caller: this.#callers.of('anonymous'),
      resource: '*',
      values: this.#values.values,
      sameAccount: false,
      resourceControlled: false,
      bounded: input.permissionsBoundary !== undefined,
      resourcePolicyKind: input.resourcePolicy?.kind,
    };
  }

  /** The decision alone. Throws a RequestError when the request names no principal, action or resource as AWS does. */
  decide(request: Request): Decision {
    const plan = this.#plans.of(request.action, request.resource);
    this.#prepare(request, plan);
    return judge(plan, this.#asked);
  }

  /** The decision with the statements, levels and missing keys it depends on. Slower than `decide`. */
  explain(request: Request): Answer {
    const decision = this.decide(request);
    return explainDecision(decision, readAction(request.action), this.#layers, this.#asked, this.#keys);
  }

  /**
   * Resource control policies do not limit resources of the management account.
   *
   * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
   */
  #prepare(request: Request, plan: ActionPlan): void {
    const asked = this.#asked;
    asked.caller = this.#callers.of(request.principal);
    asked.resource = request.resource;
    const said = resourceAccountOf(request, plan);
    const account = said ?? asked.caller.principal.accountId;
    asked.sameAccount = account !== undefined && account === asked.caller.principal.accountId;
    asked.resourceControlled = account === undefined || account !== this.#organization?.managementAccountId;
    this.#values.load(request, asked.caller, said);
  }
}

/** The account of the resource as the caller or its ARN says it; undefined where neither does. */
function resourceAccountOf({ resource, resourceAccountId }: Request, { account }: ActionPlan): string | undefined {
  if (resourceAccountId !== undefined) {
    checkAccount(resourceAccountId);
    return resourceAccountId;
  }
  return account === undefined ? accountOf(resource) : (account ?? undefined);
}

export function compileChain(input: ChainInput): Chain {
  return new Chain(input);
}
