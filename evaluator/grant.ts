import type { ActionPlan } from './action-plan';
import type { Asked } from './asked';
import { ACCOUNT_NAMED, type Naming, NOT_NAMED, PRINCIPAL_NAMED, ROLE_NAMED } from './elements/principal';
import { certainNaming, possibleNaming } from './naming';
import type { Candidates } from './statements';
import type { Truth } from './truth';

/**
 * Whether identity policies and the resource policy together grant the request, denials and organization policies aside.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function grants(plan: ActionPlan, asked: Asked): Truth {
  const { resource } = plan;
  if (resource === undefined) {
    const granted = grantsWhenNamed(NOT_NAMED, plan, asked);
    return granted === true && lacksResourcePolicy(plan, asked) ? undefined : granted;
  }
  const certain = certainNaming(resource.allows, asked);
  const atLeast = grantsWhenNamed(certain, plan, asked);
  if (atLeast === true) return true;
  const possible = possibleNaming(resource.allows, asked);
  if (possible === certain) return atLeast;
  const atMost = grantsWhenNamed(possible, plan, asked);
  return atLeast === atMost ? atMost : undefined;
}

/**
 * Every key and every role has a policy. Where it was not given, nobody can say that it lets the caller in.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export function lacksResourcePolicy({ resource, onKeyOrRole }: ActionPlan, asked: Asked): boolean {
  return (
    resource === undefined && onKeyOrRole && (asked.resource.includes(':key/') || asked.resource.includes(':role/'))
  );
}

/** The rules for a caller that the resource policy names as closely as `naming` says. */
function grantsWhenNamed(naming: Naming, plan: ActionPlan, asked: Asked): Truth {
  const { caller, sameAccount, resourcePolicyKind } = asked;
  const { type } = caller.principal;
  if (type === 'root' && plan.refusesRoot) return false;
  if (!caller.hasAccount) return naming === PRINCIPAL_NAMED;
  if (!sameAccount) return naming === NOT_NAMED ? false : identityGrants(plan, asked);
  if (naming === PRINCIPAL_NAMED) return true;
  if (naming === ROLE_NAMED) return withinLimits(plan, asked);
  return mustBeNamed(resourcePolicyKind) && naming < ACCOUNT_NAMED ? false : identityGrants(plan, asked);
}

/**
 * Key policies and role trust policies decide alone whether identity policies count: they have to name the account.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_compare-resource-policies.html
 */
function mustBeNamed(kind: Asked['resourcePolicyKind']): boolean {
  return kind === 'kms-key-policy' || kind === 'role-trust-policy';
}

/**
 * An identity policy allows, within boundary and session policies. The root user needs none of them.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
function identityGrants(plan: ActionPlan, asked: Asked): Truth {
  if (!asked.caller.hasIdentityPolicies) return true;
  const identity = plan.identity.allow(asked.resource, asked.values);
  if (identity === false) return false;
  const limits = withinLimits(plan, asked);
  return limits === false ? false : identity && limits;
}

function withinLimits({ boundary, session }: ActionPlan, asked: Asked): Truth {
  if (!asked.caller.hasIdentityPolicies) return true;
  const bounded = boundary === undefined || boundary.allow(asked.resource, asked.values);
  if (bounded === false) return false;
  const limited = sessionAllows(session, asked);
  return limited === false ? false : bounded && limited;
}

/**
 * Session policies limit role sessions and federated users. A federated user without any has no permissions.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
function sessionAllows(session: Candidates | undefined, { caller, resource, values }: Asked): Truth {
  const { type } = caller.principal;
  if (type === 'user') return true;
  return session === undefined ? type !== 'federated-user' : session.allow(resource, values);
}
