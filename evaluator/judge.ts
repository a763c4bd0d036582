import type { ActionPlan } from './action-plan';
import type { Asked } from './asked';
import { grants } from './grant';
import { anyAppliesToCaller } from './naming';
import type { Candidates } from './statements';
import { or, type Truth } from './truth';

/**
 * - `explicitly-denied`: a statement denies it
 * - `implicitly-denied`: nothing allows it, or a level, boundary or session policy does not; whether a statement denies
 *   it as well may be unknown
 * - `unknown`: it depends on what nobody gave
 */
export type Decision = 'allowed' | 'explicitly-denied' | 'implicitly-denied' | 'unknown';

/**
 * A denial anywhere wins; then every limit and a grant are needed. Makes no objects.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function judge(plan: ActionPlan, asked: Asked): Decision {
  if (plan.free && asked.caller.principal.type !== 'anonymous') return 'allowed';
  const denied = denies(plan, asked);
  if (denied === true) return 'explicitly-denied';
  const allowed = permits(plan, asked);
  if (allowed === false) return 'implicitly-denied';
  return allowed === true && denied === false ? 'allowed' : 'unknown';
}

function denies(plan: ActionPlan, asked: Asked): Truth {
  const { caller, resource, values } = asked;
  let denied: Truth = false;
  if (caller.underServiceControl !== false) {
    const one = plan.serviceControlDenies.apply(resource, values);
    if (one === true && caller.underServiceControl === true) return true;
    if (one !== false) denied = undefined;
  }
  if (asked.resourceControlled && caller.underResourceControl !== false) {
    const one = plan.resourceControlDenies.apply(resource, values);
    if (one === true && caller.underResourceControl === true) return true;
    if (one !== false) denied = undefined;
  }
  if (caller.hasIdentityPolicies) {
    const one = plan.identityDenies.apply(resource, values);
    if (one === true) return true;
    if (one !== false) denied = undefined;
  }
  if (plan.endpoint !== undefined) denied = or(denied, anyAppliesToCaller(plan.endpoint.denies, asked));
  if (plan.resource !== undefined) denied = or(denied, anyAppliesToCaller(plan.resource.denies, asked));
  return denied;
}

function permits(plan: ActionPlan, asked: Asked): Truth {
  const levels = serviceControlAllows(plan.serviceControlLevels, asked);
  if (levels === false) return false;
  const endpoint = plan.endpoint === undefined ? true : endpointAllows(plan.endpoint, asked);
  if (endpoint === false) return false;
  const granted = grants(plan, asked);
  // What is not true here is unknown.
  return granted === false ? false : levels && endpoint && granted;
}

/**
 * Every level from the root to the account has to allow the action.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function serviceControlAllows(levels: readonly Candidates[], { caller, resource, values }: Asked): Truth {
  if (caller.underServiceControl === false) return true;
  let allowed: Truth = true;
  for (let index = 0; index < levels.length; index += 1) {
    const one = (levels[index] as Candidates).allow(resource, values);
    if (one === true) continue;
    if (one === false && caller.underServiceControl === true) return false;
    allowed = undefined;
  }
  return allowed;
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointAllows(endpoint: Candidates, asked: Asked): Truth {
  return anyAppliesToCaller(endpoint.allows, asked);
}
