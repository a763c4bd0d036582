import { permissionSetNames } from '../../config/permission-set-accounts';
import { allowEverything } from '../open-document';
import type { ActingPrincipal, PrincipalMistake, PrincipalSurroundings } from './acting-principal';
import { baselineRolePrincipal, baselineRoles } from './baseline-role-principal';
import { ownPrincipal } from './own-principal';
import { permissionSetPrincipal } from './permission-set-principal';

/**
 * Who `--as` names: a permission set, a role of the baseline, the root user, or a role or user of one's own. Identity policies that
 * are given come on top of its own; with `allowEverything` they are replaced, and so is the boundary, to see the organization's
 * limits alone.
 */
export function findPrincipal(who: string, surroundings: PrincipalSurroundings): ActingPrincipal | PrincipalMistake {
  const own = ownPrincipal(who, surroundings);
  if (own !== undefined) return own;
  const named = permissionSetPrincipal(who, surroundings) ?? baselineRolePrincipal(who, surroundings);
  if (named === undefined) {
    const allowed = [...permissionSetNames, ...baselineRoles, 'root', 'role/<name>', 'user/<name>'].join(', ');
    return { mistake: `--as ${who}: no such principal. Use one of ${allowed}, or an ARN` };
  }
  if ('mistake' in named) return named;
  if (surroundings.allowEverything) {
    const { arn, notes } = named;
    return { arn, notes, identityPolicies: [allowEverything('--allow-everything')] };
  }
  return { ...named, identityPolicies: [...named.identityPolicies, ...(surroundings.identityPolicies ?? [])] };
}
