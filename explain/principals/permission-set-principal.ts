import { accountKindOf } from '../../config/account-kinds';
import { type PermissionSetName, permissionSetAccounts } from '../../config/permission-set-accounts';
import { permissionSetFactsOf } from '../../config/permission-set-facts';
import { globalServicesRegion } from '../../config/regions';
import type { PermissionSet } from '../../policies/permission-set';
import { permissionSets } from '../../policies/permission-sets';
import type { Text } from '../../policies/policy';
import { managedPolicyDocument } from '../managed-policy';
import type { ActingPrincipal, PrincipalSurroundings } from './acting-principal';
import { workloadBoundary } from './workload-boundary';

/** Stands for the characters IAM Identity Center puts behind the name of the role, which no policy looks at. */
const suffix = '0123456789abcdef';

/** Somebody who signed in with a permission set; undefined when there is none of that name. */
export function permissionSetPrincipal(name: string, surroundings: PrincipalSurroundings): ActingPrincipal | undefined {
  const set = permissionSets.find((one) => one.name === name);
  if (set === undefined) return undefined;
  const { organization, account, action, managedPolicies } = surroundings;
  const statements = set.statements(permissionSetFactsOf(organization));
  const inline = { name, document: { Version: '2012-10-17', Statement: statements } };
  return {
    arn: roleOf(set, surroundings),
    identityPolicies: [
      ...(statements.length === 0 ? [] : [inline]),
      ...set.managedPolicies.flatMap((policy) => managedPolicyDocument(policy, action, managedPolicies)),
    ],
    ...(set.permissionsBoundary ? { permissionsBoundary: workloadBoundary(organization, account) } : {}),
    notes: assignmentNotes(set, surroundings),
  };
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
function roleOf({ name }: PermissionSet, { organization, account }: PrincipalSurroundings): string {
  const { partition, identityCenter } = organization;
  // Where Identity Center lives in us-east-1, no region follows its path.
  const region = identityCenter.region === globalServicesRegion ? '' : `${identityCenter.region}/`;
  return `arn:${partition}:iam::${account.id}:role/aws-reserved/sso.amazonaws.com/${region}AWSReservedSSO_${name}_${suffix}`;
}

function assignmentNotes({ name }: PermissionSet, { organization, account }: PrincipalSurroundings): readonly Text[] {
  const kinds: readonly string[] = permissionSetAccounts[name as PermissionSetName];
  if (!kinds.includes(accountKindOf(account.name))) {
    return [
      {
        en: `${name} can never be assigned in ${account.name}: it belongs to accounts of the kind ${kinds.join(', ')}.`,
        ja: `${name} を ${account.name} に割り当てることはできません（割り当て可能なアカウントの種類: ${kinds.join('、')}）。`,
      },
    ];
  }
  const assigned = organization.identityCenter.assignments.some(
    ({ permissionSet, accounts }) => permissionSet === name && accounts.includes(account.name),
  );
  if (assigned) return [];
  return [
    {
      en: `Nobody is assigned ${name} in ${account.name} (identityCenter.assignments); this is what somebody could do who was.`,
      ja: `${account.name} で ${name} を割り当てられた人はいません（identityCenter.assignments）。割り当てた場合の判定です。`,
    },
  ];
}
