import { permissionSetNames } from '../../config/permission-set-accounts';
import { allowEverything } from '../open-document';
import type { ActingPrincipal, PrincipalMistake, PrincipalSurroundings } from './acting-principal';
import { baselineRolePrincipal, baselineRoles } from './baseline-role-principal';
import { ownPrincipal } from './own-principal';
import { permissionSetPrincipal } from './permission-set-principal';

const names: readonly string[] = [...permissionSetNames, ...baselineRoles, 'root'];

/** What is wrong with the name of a principal, whatever the account; undefined where there could be one. */
export function mistakeOfName(who: string): string | undefined {
  if (names.includes(who) || /^(role|user)\/[\w+=,.@/-]+$/.test(who)) return undefined;
  if (/^arn:[a-z-]+:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/.test(who)) return undefined;
  const allowed = [...names, 'role/<name>', 'user/<name>'].join(', ');
  return `--as ${who}: no such principal. Use one of ${allowed}, or the ARN of one of them`;
}

/**
 * Who `--as` names: a permission set, a role of the baseline, the root user, or a role or user of one's own. Identity policies that
 * are given come on top of its own; with `allowEverything` they are replaced, and so is the boundary, to see the organization's
 * limits alone.
 */
export function findPrincipal(who: string, surroundings: PrincipalSurroundings): ActingPrincipal | PrincipalMistake {
  const mistake = mistakeOfName(who);
  if (mistake !== undefined) return { mistake };
  const named = permissionSetPrincipal(who, surroundings) ?? baselineRolePrincipal(who, surroundings);
  if (named === undefined) return ownPrincipal(who, surroundings);
  if ('mistake' in named) return named;
  if (surroundings.allowEverything) {
    const { arn, notes } = named;
    return { arn, notes, identityPolicies: [allowEverything('--allow-everything')] };
  }
  return { ...named, identityPolicies: [...named.identityPolicies, ...(surroundings.identityPolicies ?? [])] };
}
