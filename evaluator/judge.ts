import { type ActionPlan, allows, anyApplies, type Candidates } from './action-plan';
import type { Asked } from './asked';
import { grants } from './grant';
import { anyAppliesToCaller } from './naming';
import { and, not, or, type Truth } from './truth';

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
    denied = and(caller.underServiceControl, anyApplies(plan.serviceControlDenies, resource, values));
    if (denied === true) return true;
  }
  if (asked.resourceControlled && plan.resourceControlDenies.length > 0) {
    const controlled = and(caller.underResourceControl, anyApplies(plan.resourceControlDenies, resource, values));
    denied = or(denied, controlled);
    if (denied === true) return true;
  }
  if (caller.hasIdentityPolicies) {
    denied = or(denied, anyApplies(plan.identityDenies, resource, values));
    if (denied === true) return true;
  }
  if (plan.endpoint !== undefined) denied = or(denied, anyAppliesToCaller(plan.endpoint.denies, asked));
  if (plan.resource !== undefined) denied = or(denied, anyAppliesToCaller(plan.resource.denies, asked));
  return denied;
}

function permits(plan: ActionPlan, asked: Asked): Truth {
  const limits = and(serviceControlAllows(plan.serviceControlLevels, asked), endpointAllows(plan.endpoint, asked));
  return limits === false ? false : and(limits, grants(plan, asked));
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
    allowed = and(allowed, allows(levels[index], resource, values));
    if (allowed === false) break;
  }
  return or(not(caller.underServiceControl), allowed);
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointAllows(endpoint: Candidates | undefined, asked: Asked): Truth {
  return endpoint === undefined ? true : anyAppliesToCaller(endpoint.allows, asked);
}
