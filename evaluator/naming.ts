import type { Asked } from './asked';
import type { BoundStatement } from './bound-statement';
import { type Naming, NOT_NAMED } from './elements/principal';
import type { Statements } from './statements';
import { and, or, type Truth } from './truth';

/**
 * Whether a statement speaks of who asks. A Deny with `NotPrincipal` always speaks of a user or role that has a
 * permissions boundary, whomever it lists.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function speaksOfCaller({ principals }: BoundStatement, { caller, bounded }: Asked): Truth {
  if (principals === undefined) return true;
  const { principal, canonicalUserId } = caller;
  if (principals.negated) {
    if (bounded && (principal.type === 'user' || principal.type === 'role')) return true;
    return principals.leaveOut(principal, canonicalUserId);
  }
  const { certain, possible } = principals.naming(principal, canonicalUserId);
  if (certain !== NOT_NAMED) return true;
  return possible === NOT_NAMED ? false : undefined;
}

/** Whether a statement speaks of who asks and applies to the request. */
export function appliesToCaller(statement: BoundStatement, asked: Asked): Truth {
  const speaks = speaksOfCaller(statement, asked);
  return speaks === false ? false : and(speaks, statement.applies(asked.resource, asked.values));
}

export function anyAppliesToCaller({ list }: Statements, asked: Asked): Truth {
  let truth: Truth = false;
  for (let index = 0; index < list.length && truth !== true; index += 1) {
    truth = or(truth, appliesToCaller(list[index] as BoundStatement, asked));
  }
  return truth;
}

/** How closely the caller is named by allowing statements that certainly apply. */
export function certainNaming(allows: Statements, asked: Asked): Naming {
  return closest(allows, asked, false);
}

/** How closely the caller may be named, should what is unknown turn out well for it. */
export function possibleNaming(allows: Statements, asked: Asked): Naming {
  return closest(allows, asked, true);
}

function closest({ list }: Statements, { caller, resource, values }: Asked, possible: boolean): Naming {
  let naming: Naming = NOT_NAMED;
  for (let index = 0; index < list.length; index += 1) {
    const statement = list[index] as BoundStatement;
    const bounds = statement.principals?.naming(caller.principal, caller.canonicalUserId);
    const one = possible ? bounds?.possible : bounds?.certain;
    if (one === undefined || one <= naming) continue;
    const applies = statement.applies(resource, values);
    if (applies === true || (possible && applies === undefined)) naming = one;
  }
  return naming;
}
