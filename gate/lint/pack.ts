import type { PermissionSet, PermissionSetFacts } from '../../policies/permission-set';
import { documentOf, type OrganizationPolicy, type PolicyDocument, type PolicyFacts } from '../../policies/policy';
import type { LintSource } from './lint';

/** Our own policies as AWS Organizations will store them for an organization; those it has not chosen are left out. */
export function packSources(policies: readonly OrganizationPolicy[], facts: PolicyFacts): LintSource[] {
  return policies
    .filter(({ applies }) => applies?.(facts) ?? true)
    .map((policy) => {
      const rcp = policy.kind === 'resource-control-policy';
      return {
        file: `policies/${rcp ? 'resource-control' : 'service-control'}/${policy.id}.ts`,
        text: JSON.stringify(documentOf(policy, facts)),
        located: false,
        kind: rcp ? 'rcp' : 'scp',
        named: true,
      };
    });
}

/** The inline policies of our permission sets as IAM Identity Center will store them; some have AWS managed policies only. */
export function permissionSetSources(sets: readonly PermissionSet[], facts: PermissionSetFacts): LintSource[] {
  return sets.flatMap(({ name, statements }) => {
    const Statement = statements(facts);
    if (Statement.length === 0) return [];
    return [identitySource(`policies/permission-sets/${name}.ts`, { Version: '2012-10-17', Statement })];
  });
}

/** Another policy of ours in the IAM language, such as the permissions boundary. */
export function identitySource(file: string, document: PolicyDocument): LintSource {
  return { file, text: JSON.stringify(document), located: false, kind: 'identity', named: true };
}
