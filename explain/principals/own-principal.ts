import { policyFactsOf } from '../../config/policy-facts';
import { allowEverything } from '../open-document';
import { textMatches } from '../text-matches';
import type { ActingPrincipal, PrincipalMistake, PrincipalSurroundings } from './acting-principal';
import { workloadBoundary } from './workload-boundary';

/**
 * The root user, a role or a user that the baseline does not make, by `root`, `role/<name>`, `user/<name>` or the ARN. Roles of
 * workload accounts carry the permissions boundary where the organization requires it.
 */
export function ownPrincipal(who: string, surroundings: PrincipalSurroundings): ActingPrincipal | PrincipalMistake {
  const { organization, account, identityPolicies: given } = surroundings;
  const { partition } = organization;
  const inAccount = `arn:${partition}:iam::${account.id}:`;
  if (who.startsWith('arn:') && !who.startsWith(inAccount)) {
    return { mistake: `--as ${who}: not in ${account.name}. Use an ARN that begins with ${inAccount}, or a name` };
  }
  const name = who.startsWith(inAccount) ? who.slice(inAccount.length) : who;
  const arn = `${inAccount}${name}`;
  if (name === 'root') return { arn, identityPolicies: [], notes: [] };
  if (surroundings.allowEverything) {
    return { arn, identityPolicies: [allowEverything('--allow-everything')], notes: [] };
  }
  if (given === undefined) {
    const remedy =
      'Give its policies with --identity-policy <file>, or look at the limits alone with --allow-everything';
    return { mistake: `--as ${who}: nobody here knows what it may do. ${remedy}` };
  }
  if (!carriesBoundary(arn, name, surroundings)) return { arn, identityPolicies: given, notes: [] };
  return {
    arn,
    identityPolicies: given,
    permissionsBoundary: workloadBoundary(organization, account),
    notes: [
      {
        en: 'The role carries the permissions boundary: this organization lets nobody make one without (optionalPolicies.requirePermissionsBoundary).',
        ja: 'このロールにはアクセス許可の境界が付いているものとします。境界のないロールは作成できません（optionalPolicies.requirePermissionsBoundary）。',
      },
    ],
  };
}

function carriesBoundary(arn: string, name: string, { organization, account }: PrincipalSurroundings): boolean {
  const inWorkload = organization.accounts.workloads.some(({ id }) => id === account.id);
  if (!(organization.optionalPolicies.requirePermissionsBoundary && inWorkload && name.startsWith('role/')))
    return false;
  // Those who deploy and repair are exempt, and so are their roles.
  return !policyFactsOf(organization).administrationRoleArns.some((pattern) => textMatches(pattern, arn));
}
